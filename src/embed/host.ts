import { askOfHash, send } from "./host-page.ts";
import { bound, type Goto, readSaid, safely } from "./protocol.ts";

/** https, or the page's own host. Anything else is refused: an attribute may come from a form in a CMS. */
const readSrc = (src: string | null): URL | null =>
  safely((from) => {
    const url = new URL(from || "data:", document.baseURI);
    return /^https:/.test(url.href) || (/^http:/.test(url.href) && url.hostname === location.hostname) ? url : undefined;
  }, src);

/** A click that means something else than "open this". */
const UNLESS = ["metaKey", "ctrlKey", "shiftKey", "altKey", "button", "defaultPrevented"] as const;

/** The folder an address lies in. */
const folder = (address: string): string => String(/^[^?#]*\//.exec(address));

/**
 * What stands between the tags, a link to the map, is what a page shows without this script and for a refused address, and what keeps
 * the frame's room. The frame is made when the reader is a screen away or something is to be opened: an article that is not read to
 * there pays for this script only. A browser without elements of one's own shows that link, and is told no error.
 */
if (window.customElements && !customElements.get("dateline-map")) {
  class DatelineMap extends HTMLElement {
    /** Until it is made, what keeps its room and its address, and has no window. Outside of a page, and for a refused address, the last one. */
    declare private frame: HTMLIFrameElement | undefined;
    /** What to go to once the frame is ready; null = it is. Also what was asked while the element stood in no page. */
    declare private asks: Goto[] | null | undefined;

    static get observedAttributes(): string[] {
      return ["src", "view", "height", "title"];
    }

    connectedCallback(): void {
      const url = readSrc(this.getAttribute("src"));
      const slot = document.createElement("slot") as HTMLElement as HTMLIFrameElement;
      const root = this.shadowRoot || this.attachShadow({ mode: "open" });
      root.textContent = "";
      root.append(slot);
      if (!url) return;
      const found = this.hasAttribute("follow-hash") && askOfHash(location.hash);
      url.hash = (this.getAttribute("view") || url.hash) + ((found as { readonly pair?: string }).pair || "");
      // Kept as it is: whatever reads it makes text of it.
      slot.src = url as never;
      this.frame = slot;
      this.listen("add");
      this.dress();
      if (this.asks) this.make();
      new IntersectionObserver((seen) => seen.pop()!.isIntersecting && this.make(), { rootMargin: "100%" }).observe(slot);
      if (found) this.scrollIntoView({ block: "nearest" });
    }

    disconnectedCallback(): void {
      this.listen("remove");
      this.asks = this.asks || undefined;
    }

    attributeChangedCallback(name: string): void {
      // Attributes are told before the element is connected, too.
      if (!this.shadowRoot || !this.isConnected) return;
      if (!/t/.test(name)) {
        this.disconnectedCallback();
        this.connectedCallback();
      }
      this.dress(name);
    }

    /** Sends the map to a statement, a step …; before it is ready, as soon as it is. What is no such thing the frame does not read. */
    goto(ask: Goto): void {
      if (this.asks === null) send(this.frame!, ask);
      else this.asks = [...(this.asks || []), ask];
      this.make();
    }

    handleEvent(event: Event): void {
      const frame = this.frame;
      if (event.type === "message") {
        const said = (event as MessageEvent).source === frame!.contentWindow && readSaid((event as MessageEvent).data);
        if (!said) return;
        if (said.type === "ready") {
          for (const ask of this.asks || []) send(frame!, ask);
          this.asks = null;
          // It came after all, over a slow line.
          (frame!.nextSibling as HTMLElement).style = "display:none";
        }
        // No layout is read here, so a flood of heights costs one layout per animation frame.
        if (said.type === "height" && !this.hasAttribute("fixed")) frame!.style.height = said.detail.px + "px";
        // Neither bubbling nor composed: `select` and `error` are names of the platform too, and nobody else's listener may hear ours.
        this.dispatchEvent(new CustomEvent<unknown>(said.type, said));
      } else if (event.type === "click") {
        // A link of the article to a statement of this map opens it here; without this script, or with a key held, on the map's page.
        const link = (event.composedPath() as Partial<HTMLAnchorElement>[]).find((part) => part.href) as HTMLAnchorElement | undefined;
        if (!link || UNLESS.some((key) => (event as MouseEvent)[key])) return;
        if (folder(link.href) !== folder(frame!.src) || !this.show("follow-links", link.hash)) return;
        event.preventDefault();
        this.frame!.focus();
      } else this.show("follow-hash", location.hash);
    }

    /** Puts the frame in its room, once. */
    private make(): void {
      const room = this.frame;
      if (!room || room.contentWindow) return;
      // Who comes by the keyboard comes to the link, which goes now.
      const focused = this.matches(":focus-within");
      const frame = Object.assign(document.createElement("iframe"), {
        referrerPolicy: "no-referrer",
        src: room.src,
        width: "9999",
        // Scripts and new windows, nothing else: no origin, no forms, no way to move the article.
        sandbox: "allow-scripts allow-popups allow-popups-to-escape-sandbox",
        // Full screen to any origin: the frame has none, and in Firefox is not the one that plain fullscreen names.
        allow: "clipboard-write;fullscreen *",
      });
      this.frame = frame;
      room.before(frame);
      room.style = "display:none";
      this.dress();
      if (focused) frame.focus();
      // No word of the map in ten seconds: it may not be let in here, or be gone. The link then stands below the frame.
      setTimeout(() => {
        if (this.asks !== null) room.style = "";
      }, 1e4);
    }
    private listen(how: "add" | "remove"): void {
      for (const type of ["message", "click", "hashchange"]) window[(how + "EventListener") as "addEventListener"](type, this);
    }
    private show(attribute: string, hash: string): unknown {
      const found = this.hasAttribute(attribute) && askOfHash(hash);
      if (found) {
        this.goto(found.ask);
        this.scrollIntoView({ block: "nearest" });
      }
      return found;
    }
    /**
     * Its name, and the height reserved for it, so that the article does not jump. Room and frame are as wide as they may be, also in a
     * box that is as wide as its content: they would be 9999 px if nothing held them, and need none.
     */
    private dress(changed?: string): void {
      const frame = this.frame;
      if (!frame) return;
      // Another title, the one attribute with an l, does not take the height from it that the map has asked for since.
      if (!/l/.test(changed as string)) {
        frame.style = "display:grid;grid:none/minmax(0,9999px);max-width:100%;border:none";
        frame.style.height = bound(+this.getAttribute("height")! || (frame.clientWidth < 600 ? 620 : 540)) + "px";
      }
      frame.title = this.title || this.textContent.trim() || "Map";
    }
  }
  customElements.define("dateline-map", DatelineMap);
}
