// Elements from data. Text only ever becomes text: nothing here reads markup.

const SVG = 'http://www.w3.org/2000/svg';

/** An element: h('a.name', {href: '/'}, 'text', child, …). What is null, undefined or false is left out. */
export function h(tag, attributes = {}, ...children) {
    return fill(document.createElement(tag.split('.')[0]), tag, attributes, children);
}

/** The same for a drawing. */
export function s(tag, attributes = {}, ...children) {
    return fill(document.createElementNS(SVG, tag.split('.')[0]), tag, attributes, children);
}

function fill(element, tag, attributes, children) {
    const classes = tag
        .split('.')
        .slice(1)
        .concat(attributes.class ?? [])
        .join(' ');
    if (classes) {
        element.setAttribute('class', classes);
    }
    for (const [name, value] of Object.entries(attributes)) {
        if (name !== 'class' && value !== null && value !== undefined && value !== false) {
            set(element, name, value);
        }
    }
    element.append(
        ...children
            .flat(Infinity)
            .filter(c => c !== null && c !== undefined && c !== false && c !== '')
            .map(c => (c instanceof Node ? c : plain(c)))
    );
    return element;
}

const COLOURS = /\x1b\[[\d;]*[A-Za-z]/g;
const UNSEEN = /[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069]/g;

/** Without what terminals take as colours; what would be unseen, or turn the text around, shows as a box. */
const plain = text => String(text).replace(/\r\n/g, '\n').replace(COLOURS, '').replace(UNSEEN, '\ufffd');

function set(element, name, value) {
    if (name.startsWith('on')) {
        element.addEventListener(name.slice(2), value);
    } else {
        element.setAttribute(name, value === true ? '' : value);
    }
}

/**
 * Makes what is shown like what has just been made, and touches only what differs: focus, scrolling and selected text stay.
 * Children with a data-key are told apart by it. Made for trees without listeners of their own.
 */
export function morph(shown, made) {
    if (shown.nodeType !== made.nodeType || shown.nodeName !== made.nodeName) {
        shown.replaceWith(made);
        return made;
    }
    if (shown.nodeType === Node.TEXT_NODE) {
        if (shown.data !== made.data) {
            shown.data = made.data;
        }
        return shown;
    }
    morphAttributes(shown, made);
    morphChildren(shown, [...made.childNodes]);
    return shown;
}

function morphAttributes(shown, made) {
    for (const {name, value} of [...made.attributes]) {
        if (shown.getAttribute(name) !== value) {
            shown.setAttribute(name, value);
        }
    }
    for (const {name} of [...shown.attributes]) {
        // Whether something is unfolded, the reader decided.
        if (!made.hasAttribute(name) && name !== 'open' && name !== 'style') {
            shown.removeAttribute(name);
        }
    }
}

/** Makes these the children; what is no element or text is left out. */
export function morphChildren(parent, wanted) {
    const made = wanted.flat(Infinity).filter(child => child instanceof Node);
    const keyed = new Map();
    for (const child of parent.children) {
        if (child.dataset.key !== undefined) {
            keyed.set(child.dataset.key, child);
        }
    }
    let at = parent.firstChild;
    for (const child of made) {
        const key = child.dataset?.key;
        const match = key === undefined ? (at?.dataset?.key === undefined ? at : null) : keyed.get(key);
        if (!match) {
            parent.insertBefore(child, at);
        } else if (match === at) {
            const kept = morph(match, child);
            at = kept.nextSibling;
        } else {
            parent.insertBefore(match, at);
            morph(match, child);
        }
    }
    while (at) {
        const next = at.nextSibling;
        at.remove();
        at = next;
    }
}

/** Gathers calls, and makes one when the screen is drawn next. */
export function soon(work) {
    let due = false;
    return () => {
        if (!due) {
            due = true;
            // A page that is not looked at gets no frames.
            const when = document.hidden ? f => setTimeout(f, 250) : requestAnimationFrame;
            when(() => {
                due = false;
                work();
            });
        }
    };
}

/** What the reader chose, kept from visit to visit where there is storage. */
export const kept = {
    get(name, otherwise) {
        try {
            return localStorage.getItem('jmonit.' + name) ?? otherwise;
        } catch {
            return otherwise;
        }
    },
    set(name, value) {
        try {
            localStorage.setItem('jmonit.' + name, value);
        } catch {
            // It holds until the page is left, then.
        }
    }
};

export const plural = (n, one, many = one + 's') => `${count(n)} ${n === 1 ? one : many}`;

export const count = n => n.toLocaleString('en');

/** "a, b and c" */
export const listed = names => new Intl.ListFormat('en', {type: 'conjunction'}).format(names);
