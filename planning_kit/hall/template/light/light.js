/* What the light pages do by themselves: one step at a time, what is left, and sending. What is
   marked stays on the phone until the hall has said that it is counted. */
"use strict";
(function () {
  var EVERY_MS = 5000, PREFIX = "planning-kit:";
  var byId = function (id) { return document.getElementById(id); };
  var all = function (what, where) {
    return Array.prototype.slice.call((where || document).querySelectorAll(what));
  };
  // A private window may keep nothing; the page then holds what is marked as long as it is open.
  var memory = {};
  var keep = function (name, value) {
    memory[name] = value;
    try {
      if (value === null) localStorage.removeItem(name); else localStorage.setItem(name, value);
    } catch (error) { console.info("kept in this page only"); }
  };
  var kept = function (name) {
    if (memory[name] !== undefined) return memory[name];
    try { return localStorage.getItem(name); } catch (error) { return null; }
  };

  // --- one step at a time ----------------------------------------------------------------
  var stepper = function (form) {
    var steps = all(".step", form), bar = form.querySelector(".steps"), at = 0;
    if (!bar || steps.length < 3) return;
    var show = function (to) {
      at = Math.max(0, Math.min(steps.length - 1, to));
      steps.forEach(function (step, n) { step.hidden = n !== at; });
      bar.querySelector(".back").disabled = at === 0;
      bar.querySelector(".next").hidden = at === steps.length - 1;
      bar.querySelector(".part").textContent = form.dataset.part
        .replace("{n}", at + 1).replace("{total}", steps.length);
      scrollTo(0, 0);
    };
    bar.hidden = false;
    bar.querySelector(".back").onclick = function () { show(at - 1); };
    bar.querySelector(".next").onclick = function () { show(at + 1); };
    form.toFirst = function () { show(0); };
    show(0);
  };

  // --- what is left ------------------------------------------------------------------------
  var number = function (text) { return Number(text) || 0; };
  var dots = function (form, left) {
    var most = number(left.dataset.dots), inputs = all(".dots input", form);
    var used = function () {
      return inputs.reduce(function (sum, one) { return sum + number(one.value); }, 0);
    };
    var say = function () {
      left.querySelector("b").textContent = most - used();
      left.classList.toggle("over", used() > most);
    };
    inputs.forEach(function (input) {
      var row = document.createElement("div");
      row.className = "row";
      input.parentNode.insertBefore(row, input);
      [["−", -1], ["", 0], ["+", 1]].forEach(function (part) {
        if (!part[1]) { row.appendChild(input); return; }
        var button = document.createElement("button");
        button.type = "button";
        button.textContent = part[0];
        button.setAttribute("aria-label", part[0]);
        button.onclick = function () {
          if (part[1] > 0 && used() >= most) return;
          input.value = Math.max(0, number(input.value) + part[1]) || "";
          say();
        };
        row.appendChild(button);
      });
      input.oninput = say;
    });
    form.sayLeft.push(say);
  };
  var ticks = function (form, left) {
    var boxes = all("input[type=checkbox]", form);
    var money = left.dataset.money !== undefined;
    var whole = number(money ? left.dataset.money : left.dataset.most);
    var say = function () {
      var used = boxes.reduce(function (sum, box) {
        return sum + (box.checked ? (money ? number(box.dataset.cost) : 1) : 0);
      }, 0);
      left.querySelector("b").textContent = (whole - used).toLocaleString("en-US");
      left.classList.toggle("over", used > whole);
      var over = left.querySelector("[data-over]");
      if (over) over.hidden = used <= whole;
    };
    boxes.forEach(function (box) { box.addEventListener("change", say); });
    form.sayLeft.push(say);
  };

  // --- sending -------------------------------------------------------------------------------
  var fill = function (form, body) {
    var given = new URLSearchParams(body);
    all("input,select,textarea", form).forEach(function (field) {
      if (field.name === "_xsrf" || field.name === "paper") return;
      if (field.type === "radio" || field.type === "checkbox")
        field.checked = given.getAll(field.name).indexOf(field.value) >= 0;
      else field.value = given.get(field.name) || "";
    });
  };
  var sender = function (form) {
    var path = form.getAttribute("action").slice(1);
    var paper = form.elements.paper ? form.elements.paper.value : "";
    // Named after workbook and vote: what waits for one meeting must not be sent at the next.
    var name = PREFIX + path + ":" + form.dataset.kept + (paper ? ":" + paper : "");
    var sent = byId("sent"), waiting = byId("waiting"), said = byId("said"), timer = 0;
    var fresh = form.querySelector("[data-fresh]");
    var freshen = function () {
      if (fresh) fresh.value = String(Date.now()) + Math.random().toString(36).slice(2, 12);
    };
    var wrong = function (answer) {
      said.textContent = answer.said || "";
      said.hidden = false;
      all("[data-wrong]", form).forEach(function (place) {
        place.textContent = (answer.errors || {})[place.dataset.wrong] || "";
      });
      if (form.toFirst && !answer.closed) form.toFirst();
      said.scrollIntoView();
    };
    var counted = function (answer) {
      form.hidden = true;
      all(".left,.note").forEach(function (one) { one.hidden = true; });
      said.hidden = true;
      sent.querySelector(".said").textContent = answer.said;
      sent.querySelector(".more").textContent = answer.more || "";
      sent.classList.toggle("is-wrong", answer.right === false);
      (answer.lines || []).forEach(function (line) {
        var item = document.createElement("li");
        item.textContent = line;
        sent.querySelector(".lines").appendChild(item);
      });
      sent.hidden = false;
      scrollTo(0, 0);
      if (form.dataset.code && !paper) watch(form.dataset.code);
    };
    var send = function (body) {
      clearTimeout(timer);
      keep(name, body);
      var data = new URLSearchParams(body);
      // The page may be newer than what it kept: its own key counts.
      data.set("_xsrf", form.elements._xsrf.value);
      fetch(`/${path}`, {method: "POST", body: data, headers: {Accept: "application/json"},
                         credentials: "same-origin"})
        .then(function (answer) {
          if (answer.status >= 500) throw new Error("later");
          return answer.json();
        })
        .then(function (answer) {
          // Whoever must join again sends what is kept then; all else was taken or refused.
          if (!answer.join) keep(name, null);
          waiting.hidden = true;
          if (answer.ok) counted(answer); else wrong(answer);
        })
        .catch(function () {
          waiting.hidden = false;
          timer = setTimeout(function () { send(body); }, EVERY_MS);
        });
    };
    form.addEventListener("submit", function (event) {
      event.preventDefault();
      send(new URLSearchParams(new FormData(form)).toString());
    });
    var again = sent.querySelector(".again");
    if (again) again.onclick = function () {
      if (paper) { location.href = location.pathname + "?paper=new"; return; }
      if (fresh) { form.reset(); freshen(); }
      sent.hidden = true;
      form.hidden = false;
      all(".left").forEach(function (one) { one.hidden = false; });
      if (form.toFirst) form.toFirst();
    };
    var before = kept(name);
    if (before) { fill(form, before); send(before); }
  };

  // --- waiting for the result ------------------------------------------------------------------
  var watch = function (code) {
    var ask = function () {
      fetch(`/vote/${encodeURIComponent(code)}/state`, {cache: "no-store"})
        .then(function (answer) { return answer.ok ? answer.json() : {}; })
        .then(function (answer) {
          if (answer.closed) location.href = "/result/" + encodeURIComponent(code);
          else setTimeout(ask, EVERY_MS);
        })
        .catch(function () { setTimeout(ask, EVERY_MS); });
    };
    setTimeout(ask, EVERY_MS);
  };

  all("form[data-kept]").forEach(function (form) {
    form.sayLeft = [];
    all("[data-dots]").forEach(function (left) { dots(form, left); });
    all("[data-money],[data-most]").forEach(function (left) { ticks(form, left); });
    stepper(form);
    sender(form);
    form.sayLeft.forEach(function (say) { say(); });
  });
  // Whoever takes over the phone must not send what the one before had marked.
  all("form[action='/leave']").forEach(function (form) {
    form.addEventListener("submit", function () {
      try {
        Object.keys(localStorage).forEach(function (name) {
          if (name.indexOf(PREFIX) === 0) localStorage.removeItem(name);
        });
      } catch (error) { console.info("nothing was kept"); }
    });
  });
  var again = document.querySelector("[data-look-again]");
  if (again) {
    var look = setTimeout(function () { location.reload(); }, 1000 * again.dataset.lookAgain);
    // What was touched may be long in coming, and looking again would call it off.
    var stay = function () { clearTimeout(look); };
    all("a[href]").forEach(function (link) { link.addEventListener("click", stay); });
    all("form").forEach(function (form) { form.addEventListener("submit", stay); });
  }
})();
