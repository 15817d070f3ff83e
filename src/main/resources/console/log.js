// The end of the daemon's log, as it grows.
import {get} from './api.js';
import {count, h, kept} from './dom.js';

const EVERY = 2_000;
const MOST = 5_000;
const FIRST = 500;

export function log() {
    let position = null;
    let lines = [];
    let timer = 0;
    let over = false;
    const follow = h('input', {type: 'checkbox', checked: true});
    const wrap = h('input', {type: 'checkbox', checked: kept.get('wrap', 'yes') === 'yes'});
    const filter = h('input', {
        type: 'search',
        id: 'search',
        placeholder: 'Only lines with',
        'aria-label': 'Only lines with',
        autocomplete: 'off',
        spellcheck: 'false'
    });
    const note = h('p.hint', {role: 'status'});
    const paper = h('div.paper', {tabindex: 0, role: 'region', 'aria-label': 'Log'});
    const view = h(
        'div.log-page',
        {},
        h('h1', {}, 'Log'),
        h(
            'div.tools',
            {},
            h('label.search', {}, filter, h('kbd', {'aria-hidden': 'true'}, '/')),
            h('label.check', {}, follow, 'Follow'),
            h('label.check', {}, wrap, 'Wrap lines')
        ),
        note,
        paper
    );

    const line = text =>
        h(
            'div',
            {class: /\b(error|alert|critical|emergency)\b/i.test(text) ? 'line bad' : /\bwarning\b/i.test(text) ? 'line warn' : 'line'},
            text || ' '
        );
    const wanted = text => text.toLowerCase().includes(filter.value.toLowerCase());

    function redraw() {
        paper.replaceChildren(...lines.filter(wanted).map(line));
        told();
        toEnd();
    }

    function told() {
        note.textContent = filter.value ? `${count(paper.childElementCount)} of the last ${count(lines.length)} lines` : '';
    }

    function toEnd() {
        if (follow.checked) {
            paper.scrollTop = paper.scrollHeight;
        }
    }

    function take(answer) {
        if (answer.reset || position === null) {
            lines = answer.lines;
            redraw();
        } else if (answer.lines.length) {
            lines.push(...answer.lines);
            lines = lines.slice(-MOST);
            paper.append(...answer.lines.filter(wanted).map(line));
            while (paper.childElementCount > MOST) {
                paper.firstChild.remove();
            }
            told();
            toEnd();
        }
        position = answer.position;
    }

    async function load() {
        try {
            take(await get('log', position === null ? {lines: FIRST} : {after: position}));
            again();
        } catch (refusal) {
            note.textContent =
                refusal.status === 403
                    ? 'Who may only look does not get to see the log.'
                    : `The log cannot be shown: ${refusal.message}. ${refusal.help}`;
            // What is refused stays refused; a daemon that does not answer may come back.
            if (!refusal.status || refusal.status >= 500) {
                again();
            }
        }
    }

    function again() {
        if (!over) {
            timer = setTimeout(() => (document.hidden ? again() : load()), EVERY);
        }
    }

    function wrapping() {
        paper.classList.toggle('wrapped', wrap.checked);
        kept.set('wrap', wrap.checked ? 'yes' : 'no');
    }

    filter.addEventListener('input', redraw);
    follow.addEventListener('change', toEnd);
    wrap.addEventListener('change', wrapping);
    // Who scrolls up wants to read, and who comes back to the end wants what is next.
    let top = 0;
    paper.addEventListener(
        'scroll',
        () => {
            const up = paper.scrollTop < top;
            top = paper.scrollTop;
            follow.checked = top + paper.clientHeight > paper.scrollHeight - 30 || (follow.checked && !up);
        },
        {passive: true}
    );
    wrapping();
    load();
    return {
        title: 'Log',
        view,
        leave: () => {
            over = true;
            clearTimeout(timer);
        }
    };
}
