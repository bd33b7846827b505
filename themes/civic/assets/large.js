// A switch for large print, kept for the next page. Without this script every page can be enlarged by the browser itself.
(function () {
  var script = document.currentScript;
  var nav = document.querySelector('.top nav');
  if (!script || !nav) { return; }
  var root = document.documentElement;
  // It stands beside the number to call, where there is one.
  var aids = document.querySelector('.aids') || nav.parentNode.insertBefore(document.createElement('p'), nav);
  var button = document.createElement('button');

  // A browser may refuse to keep anything; then the switch holds for this page.
  function kept() { try { return localStorage.getItem('large') === 'yes'; } catch (e) { return false; } }
  function keep(large) { try { localStorage.setItem('large', large ? 'yes' : 'no'); } catch (e) { return; } }

  function set(large) {
    root.className = large ? 'large' : '';
    button.setAttribute('aria-pressed', large ? 'true' : 'false');
  }

  button.type = 'button';
  button.textContent = script.getAttribute('data-label');
  button.onclick = function () {
    var large = root.className !== 'large';
    set(large);
    keep(large);
  };
  set(kept());
  aids.className = 'aids';
  aids.appendChild(button);
}());
