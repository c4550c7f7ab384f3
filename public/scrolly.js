// The passage in the middle of the window sends the number of its step to the map. Needs no script of the map's.
(() => {
  const map = document.getElementById("map");
  const passages = Array.from(document.querySelectorAll("[data-passage]"));
  let ready = false;
  let wanted = 0;

  const send = (message) => map.contentWindow.postMessage({ dateline: 1, ...message }, "*");
  const mark = (step) => {
    for (const passage of passages) passage.classList.toggle("now", Number(passage.dataset.passage) === step);
  };

  addEventListener("message", ({ source, data }) => {
    // Only this frame is listened to, and only numbers are read.
    if (source !== map.contentWindow || !data || data.dateline !== 1) return;
    if (data.type === "ready") {
      ready = true;
      if (wanted) send({ type: "goto", step: wanted });
    }
    if (data.type === "select" && typeof data.step === "number") mark(data.step);
  });
  // The map may have been there before this script: ask it to say it again.
  send({ type: "hello" });

  const middle = new IntersectionObserver(
    (entries) => {
      const entered = entries.find((entry) => entry.isIntersecting);
      if (!entered) return;
      wanted = Number(entered.target.dataset.passage);
      if (ready) send({ type: "goto", step: wanted });
    },
    // The line that a passage crosses: the middle, or below the map where the map lies above the text.
    { rootMargin: matchMedia("(max-width: 799px)").matches ? "-75% 0px -25% 0px" : "-50% 0px -50% 0px" },
  );
  for (const passage of passages) middle.observe(passage);
})();
