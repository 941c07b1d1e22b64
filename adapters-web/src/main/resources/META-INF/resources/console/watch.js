// Puts what happens into the page as it happens. The browser itself comes back after a broken
// connection, and says what it heard last.
"use strict";

(() => {
  const live = document.getElementById("live");
  if (!live) {
    return;
  }
  const word = document.getElementById("live-word");
  const entries = document.getElementById("entries");
  const stream = new EventSource(live.dataset.stream);

  const piece = (html) => {
    const template = document.createElement("template");
    template.innerHTML = html;
    return template.content.firstElementChild;
  };
  const say = (state, text) => {
    live.dataset.state = state;
    if (word.textContent !== text) {
      word.textContent = text;
    }
  };

  stream.addEventListener("open", () => say("on", "Live"));
  stream.addEventListener("error", () => say("off", "The connection broke; it comes back by itself."));
  stream.addEventListener("happened", (event) => {
    const entry = piece(event.data.trim());
    if (entry && !document.getElementById(entry.id)) {
      entry.classList.add("fresh");
      entries.prepend(entry);
      document.getElementById("nothing")?.remove();
    }
  });
  stream.addEventListener("now", (event) => {
    const now = piece(event.data.trim());
    if (now) {
      document.getElementById("now").replaceWith(now);
    }
  });
  stream.addEventListener("resync", () => location.reload());
  stream.addEventListener("over", () => {
    stream.close();
    say("off", "Your session is over. Reload the page to sign in again.");
  });
})();
