import { askOfHash, sendGoto, sendHello } from "./host-page.ts";
import { type Goto, bound, readSaid } from "./protocol.ts";

/** Scripts and new windows, nothing else: no origin, no forms, no way to move the article. */
const DRESS = {
  sandbox: "allow-scripts allow-popups allow-popups-to-escape-sandbox",
  allow: "fullscreen; clipboard-write",
  loading: "lazy",
  referrerPolicy: "no-referrer",
};

/** https, or the page's own host. Anything else is refused: an attribute may come from a form in a CMS. */
function readSrc(src: string | null): URL | null {
  try {
    const url = new URL(src || "data:", document.baseURI);
    return /^https:/.test(url.href) || (/^http:/.test(url.href) && url.hostname === location.hostname) ? url : null;
  } catch {
    return null;
  }
}

/** A click that means something else than "open this". */
const UNLESS = ["defaultPrevented", "button", "metaKey", "ctrlKey", "shiftKey", "altKey"] as const;

/** The folder an address lies in. */
const folder = (address: string): string => address.replace(/[^/]*([?#].*)?$/, "");

/** What stands between the tags, a link to the map, is what a page shows without this script, and for a refused address. */
function define(): void {
  class DatelineMap extends HTMLElement {
    declare private frame: HTMLIFrameElement | null;
    /** What to go to once the frame is ready; null = it is. */
    declare private asks: Goto[] | null;

    static get observedAttributes(): string[] {
      return ["src", "view", "height", "title"];
    }

    connectedCallback(): void {
      const root = this.shadowRoot || this.attachShadow({ mode: "open" });
      const url = readSrc(this.getAttribute("src"));
      root.textContent = "";
      if (!url) {
        root.appendChild(document.createElement("slot"));
        return;
      }
      const frame = document.createElement("iframe");
      this.frame = frame;
      this.asks = [];
      const found = this.hasAttribute("follow-hash") && askOfHash(location.hash);
      url.hash = (this.getAttribute("view") || "") + (found ? `&${found.pair}` : "");
      Object.assign(frame, DRESS);
      frame.style.cssText = "display:block;width:100%;border:0";
      frame.onload = () => sendHello(frame);
      frame.src = url.href;
      this.listen("addEventListener");
      root.appendChild(frame);
      this.dress();
      if (found) this.scrollIntoView({ block: "nearest" });
    }

    disconnectedCallback(): void {
      this.listen("removeEventListener");
      this.frame = null;
    }

    attributeChangedCallback(name: string): void {
      // Attributes are told before the element is connected, too.
      if (!this.shadowRoot || !this.isConnected) return;
      if (this.frame && /^[ht]/.test(name)) this.dress();
      else {
        this.disconnectedCallback();
        this.connectedCallback();
      }
    }

    /** Sends the map to a statement, a step …; before it is ready, as soon as it is. What is no such thing the frame does not read. */
    goto(ask: Goto): void {
      if (this.asks) this.asks.push(ask);
      else if (this.frame) sendGoto(this.frame, ask);
    }

    handleEvent(event: Event): void {
      const frame = this.frame!;
      const { source, data } = event as MessageEvent;
      if (event.type === "message") {
        const said = source === frame.contentWindow && readSaid(data);
        if (!said) return;
        if (said.type === "ready" && this.asks) {
          for (const ask of this.asks) sendGoto(frame, ask);
          this.asks = null;
        }
        // No layout is read here, so a flood of heights costs one layout per animation frame.
        if (said.type === "height" && !this.hasAttribute("fixed")) frame.style.height = `${said.detail.px}px`;
        // Neither bubbling nor composed: `select` and `error` are names of the platform too, and nobody else's listener may hear ours.
        this.dispatchEvent(new CustomEvent(said.type, { detail: said.detail }));
      } else if (event.type === "hashchange") this.show("follow-hash", location.hash);
      else {
        // A link of the article to a statement of this map opens it here; without this script, or with a key held, on the map's page.
        const { target } = event;
        const link = target instanceof Element && target.closest<HTMLAnchorElement>("a[href]");
        if (!link || UNLESS.some((key) => (event as MouseEvent)[key])) return;
        if (folder(link.href) !== folder(frame.src) || !this.show("follow-links", link.hash)) return;
        event.preventDefault();
        frame.focus();
      }
    }

    private listen(how: "addEventListener" | "removeEventListener"): void {
      for (const type of ["message", "hashchange", "click"]) window[how](type, this);
    }
    private show(attribute: string, hash: string): boolean {
      const found = this.hasAttribute(attribute) && askOfHash(hash);
      if (!found) return false;
      this.goto(found.ask);
      this.scrollIntoView({ block: "nearest" });
      return true;
    }
    /** Its name, and the height reserved for it, so that the article does not jump. */
    private dress(): void {
      const frame = this.frame!;
      frame.style.height = `${bound(Number(this.getAttribute("height")) || (frame.clientWidth < 600 ? 620 : 540))}px`;
      frame.title = this.title || this.textContent.trim() || "Map";
    }
  }
  customElements.define("dateline-map", DatelineMap);
}

if (typeof customElements !== "undefined" && !customElements.get("dateline-map")) define();
