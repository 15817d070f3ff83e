// The daemon's HTTP interface.

const PATIENCE = 15_000;

/** What the daemon answered instead of what was asked for, or that it did not answer: worded for the operator. */
export class Refusal extends Error {
    constructor(message, status, help = '') {
        super(message);
        this.status = status;
        this.help = help;
    }
}

/** Asks; parameters without a value are left out. */
export function get(path, parameters = {}, patience = PATIENCE) {
    const query = new URLSearchParams();
    for (const [name, value] of Object.entries(parameters)) {
        if (value !== '' && value !== null && value !== undefined) {
            query.append(name, value);
        }
    }
    return ask(`/api/v1/${path}${query.size ? '?' + query : ''}`, {}, patience);
}

export function post(path, body) {
    const wanted = {method: 'POST', headers: {'Content-Type': 'application/json'}, body: JSON.stringify(body)};
    return ask(`/api/v1/${path}`, wanted, (body.wait ?? 0) * 1000 + PATIENCE);
}

export const remove = path => ask(`/api/v1/${path}`, {method: 'DELETE'}, PATIENCE);

async function ask(path, options, patience) {
    let response;
    try {
        // Where the address of the page holds a password, the browser refuses to ask for a path alone.
        const whole = new URL(path, location.origin);
        response = await fetch(whole, {...options, credentials: 'same-origin', cache: 'no-store', signal: AbortSignal.timeout(patience)});
    } catch (fault) {
        throw new Refusal(fault.name === 'TimeoutError' ? `no answer within ${patience / 1000} s` : 'no connection to the daemon', 0);
    }
    const answer = await response.json().catch(() => null);
    if (!response.ok) {
        throw new Refusal(
            answer?.error?.message ?? `the daemon answered ${response.status} ${response.statusText}`,
            response.status,
            answer?.error?.help ?? ''
        );
    }
    if (answer === null) {
        throw new Refusal('the daemon answered something that is not JSON', response.status);
    }
    return answer;
}
