// Small comforts; every page works without them.
"use strict";

// Copies what is shown once.
document.querySelectorAll("[data-copy]").forEach((button) => {
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent);
    button.textContent = "Copied";
  });
});

// Leaves empty filters out of the address, so that what is shared is short.
document.body.addEventListener("htmx:configRequest", (event) => {
  const form = event.detail.elt.closest("form");
  const token = document.querySelector("input[name=form_token]");
  if (token && event.detail.verb !== "get") {
    event.detail.headers["X-Form-Token"] = token.value;
  }
  if (form && form.hasAttribute("data-tidy")) {
    for (const [name, value] of [...event.detail.formData.entries()]) {
      if (value === "") {
        event.detail.formData.delete(name);
      }
    }
  }
});
document.querySelectorAll("form[data-tidy]").forEach((form) => {
  form.addEventListener("formdata", (event) => {
    for (const [name, value] of [...event.formData.entries()]) {
      if (value === "") {
        event.formData.delete(name);
      }
    }
  });
});

// A form that is being sent is not sent again by an impatient second click.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method !== "post" || form.hasAttribute("hx-post") || event.defaultPrevented) {
    return;
  }
  if (form.dataset.sent) {
    event.preventDefault();
  } else {
    form.dataset.sent = "yes";
  }
});
window.addEventListener("pageshow", () => {
  document.querySelectorAll("form[data-sent]").forEach((form) => delete form.dataset.sent);
});

// On a narrow screen the menu is longer than its line: the present section is brought into view.
// The line alone is moved: scrollIntoView would have Tab begin there, past the skip link.
const here = document.querySelector(".top nav [aria-current]");
if (here) {
  const line = here.closest("ul");
  const middle = (element) => {
    const box = element.getBoundingClientRect();
    return box.left + box.width / 2;
  };
  line.scrollLeft += middle(here) - middle(line);
}

// What went wrong is read out and seen first.
document.getElementById("complaint")?.focus();
