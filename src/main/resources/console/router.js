// Which address shows which page. The server answers them all with the same document.
import {h} from './dom.js';

const routes = [];
let page = null;

/** A page is made by enter(...parts of the address): {title, view, update(kind, names), leave()}. The last two may be missing. */
export function route(pattern, enter) {
    routes.push({pattern, enter});
}

export function go(address, replace = false) {
    history.replaceState({...history.state, scroll: scrollY}, '');
    history[replace ? 'replaceState' : 'pushState']({}, '', address);
    show(true);
}

/** Another query of the same page, as filters are. */
export function requery(parameters) {
    const query = new URLSearchParams();
    Object.entries(parameters)
        .filter(([, value]) => value)
        .forEach(([name, value]) => query.set(name, value));
    history.replaceState(history.state, '', location.pathname + (query.size ? '?' + query : ''));
}

export const current = () => page;

function match() {
    for (const {pattern, enter} of routes) {
        const found = pattern.exec(location.pathname);
        if (found) {
            return enter(...found.slice(1).map(decode));
        }
    }
    return null;
}

function decode(part) {
    try {
        return decodeURIComponent(part);
    } catch {
        return part;
    }
}

function show(moved) {
    page?.leave?.();
    page = match();
    const main = document.getElementById('main');
    main.replaceChildren(page?.view ?? h('p.empty', {}, 'There is no such page.'));
    page?.update?.('all', []);
    document.dispatchEvent(new CustomEvent('page'));
    if (moved) {
        scrollTo(0, 0);
        // Tells a screen reader where it is now.
        main.focus({preventScroll: true});
    } else {
        scrollTo(0, history.state?.scroll ?? 0);
    }
}

function followed(event) {
    const anchor = event.target.closest?.('a[href^="/"]');
    if (
        !anchor ||
        event.defaultPrevented ||
        event.button ||
        event.metaKey ||
        event.ctrlKey ||
        event.shiftKey ||
        event.altKey ||
        anchor.target
    ) {
        return;
    }
    if (/^\/(api\/|_|metrics|health)/.test(anchor.getAttribute('href'))) {
        return;
    }
    event.preventDefault();
    go(anchor.getAttribute('href'));
}

export function start() {
    history.scrollRestoration = 'manual';
    document.addEventListener('click', followed);
    addEventListener('popstate', () => show(false));
    let timer = 0;
    addEventListener(
        'scroll',
        () => {
            clearTimeout(timer);
            timer = setTimeout(() => history.replaceState({...history.state, scroll: scrollY}, ''), 200);
        },
        {passive: true}
    );
    show(false);
}
