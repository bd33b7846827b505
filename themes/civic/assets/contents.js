// The contents of a notice, beside the text or as a bar at the foot of a phone. Without this script they open and close by themselves.
(function () {
  var contents = document.getElementById('contents');
  if (!contents || !window.matchMedia) { return; }
  var wide = matchMedia('(min-width: 64rem)');

  // A browser of before 2025 cannot show them open by style alone.
  function byStyle() { return window.CSS && CSS.supports && CSS.supports('selector(::details-content)'); }
  function fit() { contents.open = wide.matches && !byStyle(); }
  function close() { if (!wide.matches) { contents.open = false; } }

  fit();
  if (wide.addEventListener) { wide.addEventListener('change', fit); }
  // Who has chosen a heading wants to read there.
  contents.addEventListener('click', function (event) {
    if (event.target.tagName === 'A') { close(); }
  });
  contents.addEventListener('keydown', function (event) {
    if (event.key === 'Escape' && contents.open && !wide.matches) {
      close();
      contents.querySelector('summary').focus();
    }
  });
}());
