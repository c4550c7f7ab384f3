import { t } from "../words/t.ts";

/** In an article one finger scrolls the page, and so does the wheel; these say how to move the map instead. */
export const twoFingers = () => ({
  "CooperativeGesturesHandler.WindowsHelpText": t("map.gesture_windows"),
  "CooperativeGesturesHandler.MacHelpText": t("map.gesture_mac"),
  "CooperativeGesturesHandler.MobileHelpText": t("map.gesture_touch"),
});
