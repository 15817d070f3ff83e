// What happened, to whom and why; the newest first, and new ones as they come.
import {get} from './api.js';
import {h, morphChildren} from './dom.js';
import {eventList} from './service.js';
import {requery} from './router.js';
import {SIDES} from './state.js';
import {store} from './store.js';
import {title} from './event.js';

/** By the words of the API; two of them are about existence. */
const KINDS = (
    'action bytein byteout checksum connection content data exec exist fsflags gid icmp instance invalid link nonexist ' +
    'packetin packetout permission pid ppid resource saturation size speed status timeout timestamp uid uptime'
).split(' ');
const AT_ONCE = 100;
const MOST = 2000;

export function events() {
    const parameters = new URLSearchParams(location.search);
    const choice = Object.fromEntries(['service', 'kind', 'side', 'group'].map(name => [name, parameters.get(name) ?? '']));
    let seen = [];
    let more = false;
    let asked = 0;

    const select = (name, label, options) =>
        h(
            'label.field',
            {},
            h('span', {}, label),
            h(
                'select',
                {name},
                h('option', {value: ''}, 'all'),
                ...options.map(([value, text]) => h('option', {value, selected: choice[name] === value}, text))
            )
        );
    const service = h('input', {
        name: 'service',
        type: 'search',
        list: 'names',
        value: choice.service,
        placeholder: 'all',
        id: 'search',
        autocomplete: 'off',
        spellcheck: 'false'
    });
    const names = h('datalist', {id: 'names'});
    const groups = h('div.field', {hidden: true});
    const filters = h(
        'form.tools',
        {'aria-label': 'Filters', onsubmit: event => event.preventDefault()},
        h('label.field', {}, h('span', {}, 'Service'), service),
        names,
        select(
            'side',
            'What',
            Object.entries(SIDES).map(([value, {word}]) => [value, word])
        ),
        select(
            'kind',
            'Kind',
            KINDS.map(kind => [kind, kind === 'exist' ? 'Existence, unwanted' : title(kind)]).sort(([, a], [, b]) => a.localeCompare(b))
        ),
        groups,
        h('button.quiet', {type: 'reset'}, 'Show all')
    );
    const list = h('div.day-list', {});
    const note = h('p.hint', {role: 'status'});
    const older = h('button', {type: 'button', class: 'older', hidden: true, onclick: () => load(seen.at(-1)?.id)}, 'Older events');
    const view = h('div.events-page', {}, h('h1', {}, 'Events'), filters, note, list, older);
    let typing = 0;
    filters.addEventListener('input', ({target}) => {
        clearTimeout(typing);
        typing = setTimeout(() => chosen({[target.name]: target.value}), target === service ? 250 : 0);
    });
    filters.addEventListener('reset', () =>
        setTimeout(() => {
            filters.querySelectorAll('input, select').forEach(field => (field.value = ''));
            chosen({service: '', kind: '', side: '', group: ''});
        })
    );

    function chosen(change) {
        Object.assign(choice, change);
        requery(choice);
        load();
    }

    /** A name may be half written: no service is called that yet. */
    const unknown = () =>
        choice.service && store.known && ![...store.services.keys()].some(name => name.toLowerCase() === choice.service.toLowerCase());

    async function load(before) {
        const mine = ++asked;
        if (unknown()) {
            seen = [];
            more = false;
            draw(`There is no service called "${choice.service}".`);
            return;
        }
        try {
            const answer = await get('events', {...choice, before, limit: AT_ONCE});
            if (mine === asked) {
                seen = (before ? [...seen, ...answer.events] : answer.events).slice(-MOST);
                more = answer.more;
                draw(seen.length ? '' : 'Nothing has happened that is still known.');
            }
        } catch (refusal) {
            draw(`The events cannot be shown: ${refusal.message}.`);
        }
    }

    function draw(text) {
        note.textContent = text;
        morphChildren(list, eventList(seen, true));
        older.hidden = !more;
    }

    function wanted(one) {
        const groupsOfOne = store.services.get(one.service)?.groups ?? [];
        return (
            (!choice.service || one.service.toLowerCase() === choice.service.toLowerCase()) &&
            (!choice.kind || one.kind === choice.kind) &&
            (!choice.side || one.side === choice.side) &&
            (!choice.group || groupsOfOne.includes(choice.group))
        );
    }

    function drawChoices() {
        names.replaceChildren(...[...store.services.keys()].map(name => h('option', {value: name})));
        groups.hidden = !store.groups.length;
        if (store.groups.length && groups.childElementCount !== store.groups.length) {
            groups.replaceChildren(
                select(
                    'group',
                    'Group',
                    store.groups.map(group => [group, group])
                )
            );
        }
    }

    load();
    return {
        title: 'Events',
        view,
        update(kind) {
            if (kind === 'all') {
                drawChoices();
            } else if (kind === 'event') {
                const fresh = store.events.filter(one => wanted(one) && one.id > (seen[0]?.id ?? 0));
                if (fresh.length && seen.length) {
                    seen = [...fresh, ...seen].slice(0, MOST);
                    draw('');
                } else if (fresh.length) {
                    load();
                }
            }
        }
    };
}
