/** A touch of a mark as one of the map: MapLibre counts no other. */
const on = (map: Element, touches: TouchList): Touch[] =>
  [...touches].map((touch) => {
    const { identifier, clientX, clientY, pageX, pageY, screenX, screenY } = touch;
    const target = touch.target instanceof Element && touch.target.closest(".marks") ? map : touch.target;
    return new Touch({ identifier, target, clientX, clientY, pageX, pageY, screenX, screenY });
  });

/**
 * Has a hand on a mark be one on the map, too: it can turn the wheel there, drag the map by it, and pinch it. The marks lie above the live
 * map, which hears nothing of what happens on them, so it is told by copies. A click stays the mark's.
 *
 * @param live the canvas of the map that is drawn now; null = there is none
 */
export function throughMarks(box: HTMLElement, live: () => Element | null): void {
  const tell = (event: Event, copied: (map: Element) => Event | null): void => {
    const map = live();
    if (!map || !event.isTrusted) return;
    const copy = copied(map);
    if (copy && !map.dispatchEvent(copy)) event.preventDefault();
  };
  const onMark = ({ target }: Event | Touch): boolean => target instanceof Element && target.closest(".marks") !== null;
  box.addEventListener("wheel", (event) => tell(event, () => (onMark(event) ? new WheelEvent(event.type, event) : null)), {
    passive: false,
  });
  // Told of the end as well, it keeps the click from whatever lies there; a drag may end on a mark that began beside one.
  for (const type of ["mousedown", "mouseup"] as const)
    box.addEventListener(type, (event) => tell(event, () => (onMark(event) ? new MouseEvent(type, event) : null)));
  // A mark is a link, and a link is what a browser drags away.
  box.addEventListener("dragstart", (event) => onMark(event) && live() && event.preventDefault());
  for (const type of ["touchstart", "touchmove", "touchend", "touchcancel"] as const)
    box.addEventListener(
      type,
      (event) =>
        tell(event, (map) => {
          // A pinch has its fingers where it has them: of two, one may be on the map itself.
          const mine = [...event.touches, ...event.changedTouches].some(onMark);
          if (!mine) return null;
          if (!onMark(event)) event.stopPropagation();
          const { bubbles, cancelable, ctrlKey } = event;
          const touches = on(map, event.touches);
          const changedTouches = on(map, event.changedTouches);
          return new TouchEvent(type, { bubbles, cancelable, ctrlKey, touches, targetTouches: touches, changedTouches });
        }),
      { passive: false, capture: true },
    );
}
