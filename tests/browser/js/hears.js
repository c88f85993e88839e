// Remembers in window.heard the types of events that a listener was ever added for.
() => {
  window.heard = new Set();
  const add = EventTarget.prototype.addEventListener;
  EventTarget.prototype.addEventListener = function (type, ...rest) {
    window.heard.add(type);
    add.call(this, type, ...rest);
  };
}
