// The charts of a service: the last hour or day of what it measures.
import {get} from './api.js';
import {chart} from './chart.js';
import {h, kept, morphChildren} from './dom.js';

const FIRST = 4;
const EVERY = 60_000;
const RANGES = {'1h': 'hour', '1d': 'day'};

/** limits(id) are the limits of rules about that reading, [{value, text, comparison}]; keys come first. */
export function charts(service, keys, limits) {
    let range = kept.get('range', '1h');
    let all = false;
    let seen = {series: []};
    let loading = 0;
    const switches = h(
        'div.chips',
        {role: 'group', 'aria-label': 'Span of the charts'},
        ...Object.entries(RANGES).map(([value, text]) =>
            h('button', {type: 'button', 'data-range': value, 'aria-pressed': String(value === range)}, `Last ${text}`)
        )
    );
    const board = h('div.charts', {});
    const note = h('p.hint', {role: 'status'});
    const more = h('button.quiet', {
        type: 'button',
        hidden: true,
        onclick: () => {
            all = !all;
            draw();
        }
    });
    const view = h('section.part', {hidden: true}, h('header', {}, h('h2', {}, 'Charts'), switches), note, board, more);
    switches.addEventListener('click', event => {
        const chosen = event.target.closest('button')?.dataset.range;
        if (chosen) {
            range = chosen;
            kept.set('range', range);
            switches.querySelectorAll('button').forEach(b => b.setAttribute('aria-pressed', String(b.dataset.range === range)));
            load();
        }
    });

    function draw() {
        const rank = series => keys().indexOf(series.id) + 1 || 99;
        const limited = series => (limits(series.id).length ? 0 : 1);
        const sorted = seen.series
            .filter(series => series.average.some(v => v !== null))
            .sort((a, b) => Math.min(rank(a), 50 * limited(a) + 10) - Math.min(rank(b), 50 * limited(b) + 10));
        view.hidden = false;
        note.textContent = sorted.length ? '' : 'Nothing was measured in this time.';
        const drawn = all ? sorted : sorted.slice(0, FIRST);
        board.replaceChildren(...drawn.map(series => chart(series, seen, limits(series.id))));
        more.hidden = sorted.length <= FIRST;
        more.textContent = all ? 'Fewer charts' : `All ${sorted.length} charts`;
    }

    async function load() {
        const mine = ++loading;
        try {
            const answer = await get('history', {service, range});
            if (mine === loading && !board.contains(document.activeElement)) {
                seen = answer;
                draw();
            }
        } catch (refusal) {
            if (mine === loading) {
                view.hidden = refusal.status === 404;
                note.textContent = `The history cannot be shown: ${refusal.message}.`;
            }
        }
    }

    let width = 0;
    const resized = new ResizeObserver(() => {
        if (board.clientWidth !== width && seen.series.length) {
            width = board.clientWidth;
            draw();
        }
    });
    resized.observe(board);
    const timer = setInterval(() => document.hidden || load(), EVERY);
    load();
    return {
        view,
        leave: () => {
            clearInterval(timer);
            resized.disconnect();
        }
    };
}
