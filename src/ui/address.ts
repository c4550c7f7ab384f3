/**
 * The address of a file of the dossier's folder, from whichever of its pages this is: one in another language stands a folder down.
 *
 * @param path inside the dossier's folder
 */
export const fileAddress = (path: string, page: Document = document): string =>
  new URL((page.documentElement.dataset["root"] ?? "") + path, page.baseURI).href;
