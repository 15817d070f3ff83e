# Completion of jmonit for bash: source this file, or install it as /usr/share/bash-completion/completions/jmonit.
# Names of services and groups come from the daemon that runs.

_jmonit_lines() {
    # Names may hold blanks: each line is one word, and is quoted where it has to be.
    local line
    while IFS= read -r line; do
        [[ $line == "$1"* ]] && COMPREPLY+=("$(printf '%q' "$line")")
    done
}

# The options that say which daemon is meant, as they stand on the line.
_jmonit_ask() {
    local -a which=()
    local i
    for ((i = 1; i < COMP_CWORD; i++)); do
        case ${COMP_WORDS[i]} in
            -c | --conf) which+=(-c "${COMP_WORDS[i + 1]}") ;;
            -c?* | --conf=?*) which+=("${COMP_WORDS[i]}") ;;
        esac
    done
    "${COMP_WORDS[0]/#\~/$HOME}" "${which[@]}" __complete "$1" 2>/dev/null </dev/null
}

_jmonit() {
    local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]} word='' i
    COMPREPLY=()
    case $previous in
        -c | --conf | -l | --logfile | -p | --pidfile | -s | --statefile | -H | --hash)
            mapfile -t COMPREPLY < <(compgen -f -- "$current")
            compopt -o filenames 2>/dev/null
            return
            ;;
        -g | --group) _jmonit_lines "$current" < <(_jmonit_ask groups) && return ;;
        -d | --daemon | -n | --lines | --url) return ;;
    esac
    for ((i = 1; i < COMP_CWORD; i++)); do
        case ${COMP_WORDS[i]} in
            -c | -d | -g | -l | -p | -s | -n | --conf | --daemon | --group | --logfile | --pidfile | --statefile | --lines | --url) ((i++)) ;;
            -*) ;;
            *) word=${word:-${COMP_WORDS[i]}} ;;
        esac
    done
    if [[ $current == -* && ${word,,} == fmt ]]; then
        mapfile -t COMPREPLY < <(compgen -W '-w --write --check' -- "$current")
        return
    fi
    if [[ $current == -* ]]; then
        mapfile -t COMPREPLY < <(compgen -W '-B -c -d -g -h -H -i -I -l -p -r -s -t -v -V --id --resetid --url --insecure --json --no-wait
            --format= --all --strict --no-host-checks -n -f' -- "$current")
        return
    fi
    case ${word,,} in
        '') mapfile -t COMPREPLY < <(compgen -W 'start stop restart monitor unmonitor status summary report reload quit validate procmatch
            events log top test silence silences unsilence ack unack fmt help' -- "$current") ;;
        start | stop | restart | monitor | unmonitor | silence | unsilence | ack) _jmonit_lines "$current" < <(_jmonit_ask services; echo all) ;;
        status | summary | events | unack) _jmonit_lines "$current" < <(_jmonit_ask services) ;;
        report) mapfile -t COMPREPLY < <(compgen -W 'up down initialising unmonitored total' -- "$current") ;;
        test) mapfile -t COMPREPLY < <(compgen -W 'alert' -- "$current") ;;
        help) mapfile -t COMPREPLY < <(compgen -W "$("${COMP_WORDS[0]}" help 2>/dev/null | sed -n 's/^  \([^ ]*\) .*/\1/p')" -- "$current") ;;
        fmt)
            mapfile -t COMPREPLY < <(compgen -f -- "$current")
            compopt -o filenames 2>/dev/null
            ;;
    esac
    return 0
}

complete -F _jmonit jmonit
