/** How far a pointer may move between down and up and still click, as on the map itself; px. */
const STILL = 3;

const onMark = ({ target }: Event | Touch): boolean => target instanceof Element && target.closest(".marks") !== null;

/** A touch of a mark as one of the map: MapLibre counts no other. */
const on = (map: Element, touches: TouchList): Touch[] =>
  [...touches].map((touch) => {
    const { identifier, clientX, clientY, pageX, pageY, screenX, screenY } = touch;
    const target = onMark(touch) ? map : touch.target;
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
  box.addEventListener("wheel", (event) => tell(event, () => (onMark(event) ? new WheelEvent(event.type, event) : null)), {
    passive: false,
  });
  let down: MouseEvent | null = null;
  let moved = false;
  box.addEventListener("mousedown", (event) => {
    if (event.isTrusted) [down, moved] = [event, false];
  });
  // Not before it is a drag: whatever the map is told of, it draws anew. Told of the end too, it keeps the click from where that was.
  box.addEventListener("mousemove", (event) => {
    if (!down || moved || !event.buttons || Math.hypot(event.clientX - down.clientX, event.clientY - down.clientY) <= STILL) return;
    moved = true;
    const began = down;
    tell(began, () => (onMark(began) ? new MouseEvent("mousedown", began) : null));
  });
  box.addEventListener("mouseup", (event) => tell(event, () => (moved && onMark(event) ? new MouseEvent("mouseup", event) : null)));
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
