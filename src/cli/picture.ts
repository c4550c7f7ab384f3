import { fileURLToPath } from "node:url";
import { ensureChromium, launchChromium } from "./browser.ts";
import { serveFolder } from "./serve.ts";
import { buildPage } from "./start.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
/** What previews of links show, and the README: twice this on a sharp screen. */
const SIZE = { width: 1200, height: 630 };

/** `npm run picture`: builds the page, opens it and takes the picture that the README and link previews show. */
export default async function picture(): Promise<number> {
  ensureChromium();
  await buildPage();
  const served = await serveFolder(`${ROOT}dist`, { port: 0 });
  const browser = await launchChromium({ webgl: true });
  try {
    const page = await browser.newPage({ viewport: SIZE, reducedMotion: "reduce" });
    await page.goto(`${served.url}#t=2023-09-18/2023-09-29`);
    await page.waitForFunction(() => document.documentElement.dataset["map"] === "ready" && document.fonts.status === "loaded");
    await page.screenshot({ path: `${ROOT}public/preview.png` });
  } finally {
    await browser.close();
    await served.close();
  }
  console.log("public/preview.png");
  return 0;
}
