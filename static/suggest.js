// Suggestions while typing. Every field works as part of a plain form without them.
"use strict";
for (const input of document.querySelectorAll("[data-suggest]")) {
  const list = document.createElement("ul");
  list.id = input.id + "-list";
  list.className = "sug";
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", "Suggestions");
  const set = (pairs) => Object.entries(pairs).forEach(([name, value]) => input.setAttribute(name, value));
  set({ role: "combobox", "aria-autocomplete": "list", "aria-controls": list.id, "aria-expanded": "false" });
  input.parentElement.classList.add("has-sug");
  input.after(list);
  let chosen = -1;
  let asked = 0;
  let timer;

  const close = () => {
    list.hidden = true;
    chosen = -1;
    set({ "aria-expanded": "false" });
    input.removeAttribute("aria-activedescendant");
  };
  const take = (option) => {
    input.value = option.dataset.name;
    close();
    if (input.dataset.suggest === "go") location.assign("/careers/" + option.dataset.slug);
  };
  const mark = (next) => {
    const options = list.children;
    if (!options.length) return;
    if (chosen >= 0) options[chosen].setAttribute("aria-selected", "false");
    chosen = (next + options.length) % options.length;
    options[chosen].setAttribute("aria-selected", "true");
    set({ "aria-activedescendant": options[chosen].id });
  };
  const show = (suggestions) => {
    list.replaceChildren(
      ...suggestions.map((suggestion, place) => {
        const option = document.createElement("li");
        option.id = list.id + place;
        option.setAttribute("role", "option");
        option.setAttribute("aria-selected", "false");
        option.dataset.slug = suggestion.slug;
        option.dataset.name = suggestion.name;
        option.textContent = suggestion.name;
        if (suggestion.note) {
          const note = document.createElement("small");
          note.textContent = " " + suggestion.note;
          option.append(note);
        }
        // Before the field loses its focus, which closes the list.
        option.addEventListener("mousedown", (event) => {
          event.preventDefault();
          take(option);
        });
        return option;
      }),
    );
    chosen = -1;
    list.hidden = !suggestions.length;
    set({ "aria-expanded": String(!list.hidden) });
  };
  const ask = async () => {
    const text = input.value.trim();
    const turn = ++asked;
    if (!text) return close();
    try {
      const answer = await fetch("/suggest?q=" + encodeURIComponent(text));
      const suggestions = answer.ok ? await answer.json() : [];
      if (turn === asked && document.activeElement === input) show(suggestions);
    } catch {
      // No suggestions without a connection: the form still works.
      close();
    }
  };
  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, 60);
  });
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    if (list.hidden) return;
    if (event.key === "ArrowDown") mark(chosen + 1);
    else if (event.key === "ArrowUp") mark(chosen < 0 ? -1 : chosen - 1);
    else if (event.key === "Escape") close();
    else if (event.key === "Enter" && chosen >= 0) take(list.children[chosen]);
    else return;
    event.preventDefault();
  });
}
