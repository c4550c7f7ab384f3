// Shows the contract at work: every event of the map is written down, every button is one message.
(() => {
  const map = document.getElementById("map");
  const log = document.getElementById("log");
  const form = document.getElementById("ask");
  const write = (line) => {
    log.textContent = `${log.textContent}${line}\n`.split("\n").slice(-200).join("\n");
    log.scrollTop = log.scrollHeight;
  };
  for (const name of ["ready", "height", "select", "time", "filter", "error"])
    map.addEventListener(name, ({ detail }) => write(`${name} ${JSON.stringify(detail)}`));
  for (const button of document.querySelectorAll("button[data-goto]"))
    button.addEventListener("click", () => {
      write(`→ goto ${button.dataset.goto}`);
      map.goto(JSON.parse(button.dataset.goto));
    });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const ask = { [form.elements.kind.value]: form.elements.name.value.trim() };
    write(`→ goto ${JSON.stringify(ask)}`);
    map.goto(ask);
  });
})();
