# Completion of jmonit for fish: put this file into ~/.config/fish/completions. Names of services and groups come from the daemon that runs.

# The options that say which daemon is meant, as they stand on the line.
function __jmonit_which
    set -l words (commandline -opc)
    for at in (seq 2 (count $words))
        switch $words[$at]
            case -c --conf
                test $at -lt (count $words)
                and printf '%s\n' -c $words[(math $at + 1)]
            case '-c?*' '--conf=?*'
                printf '%s\n' $words[$at]
        end
    end
end

function __jmonit_names
    jmonit (__jmonit_which) __complete $argv[1] 2>/dev/null </dev/null
end

function __jmonit_topics
    jmonit help 2>/dev/null | string replace -rf '^  (\S+) +(.*)$' '$1\t$2'
end

set -l actions start stop restart monitor unmonitor
set -l words $actions status summary report reload quit validate procmatch events log top test silence silences unsilence ack unack fmt help

complete -c jmonit -f
complete -c jmonit -n "not __fish_seen_subcommand_from $words" -a start -d 'Start a service and those it needs'
complete -c jmonit -n "not __fish_seen_subcommand_from $words" -a stop -d 'Stop a service and those that need it'
complete -c jmonit -n "not __fish_seen_subcommand_from $words" -a restart -d 'Stop and start a service'
complete -c jmonit -n "not __fish_seen_subcommand_from $words" -a monitor -d 'Monitor a service and those it needs'
complete -c jmonit -n "not __fish_seen_subcommand_from $words" -a unmonitor -d 'End monitoring of a service'
complete -c jmonit -n "not __fish_seen_subcommand_from $words" -a status -d 'Print all that is known of each service'
complete -c jmonit -n "not __fish_seen_subcommand_from $words" -a summary -d 'Print a line for each service'
complete -c jmonit -n "not __fish_seen_subcommand_from $words" -a report -d 'Print how many services are up and down'
complete -c jmonit -n "not __fish_seen_subcommand_from $words" -a reload -d 'Read the control file again'
complete -c jmonit -n "not __fish_seen_subcommand_from $words" -a quit -d 'End the daemon'
complete -c jmonit -n "not __fish_seen_subcommand_from $words" -a validate -d 'Check all services now'
complete -c jmonit -n "not __fish_seen_subcommand_from $words" -a procmatch -d 'Print the processes a pattern finds'
complete -c jmonit -n "not __fish_seen_subcommand_from $words" -a events -d 'Print what happened'
complete -c jmonit -n "not __fish_seen_subcommand_from $words" -a log -d 'Print the end of the log'
complete -c jmonit -n "not __fish_seen_subcommand_from $words" -a top -d 'Watch all services live'
complete -c jmonit -n "not __fish_seen_subcommand_from $words" -a silence -d 'Tell nobody of a service for a while'
complete -c jmonit -n "not __fish_seen_subcommand_from $words" -a silences -d 'Print what is silenced'
complete -c jmonit -n "not __fish_seen_subcommand_from $words" -a unsilence -d 'End a silence'
complete -c jmonit -n "not __fish_seen_subcommand_from $words" -a ack -d 'Look after what fails'
complete -c jmonit -n "not __fish_seen_subcommand_from $words" -a unack -d 'Take that back'
complete -c jmonit -n "not __fish_seen_subcommand_from $words" -a test -d 'Send a test message'
complete -c jmonit -n "not __fish_seen_subcommand_from $words" -a fmt -d 'Print control files in one layout, or rewrite them'
complete -c jmonit -n "not __fish_seen_subcommand_from $words" -a help -d 'Explain a part of the language'
complete -c jmonit -n "__fish_seen_subcommand_from $actions silence unsilence ack" -a 'all (__jmonit_names services)'
complete -c jmonit -n '__fish_seen_subcommand_from status summary events unack' -a '(__jmonit_names services)'
complete -c jmonit -n '__fish_seen_subcommand_from report' -a 'up down initialising unmonitored total'
complete -c jmonit -n '__fish_seen_subcommand_from test' -a alert
complete -c jmonit -n '__fish_seen_subcommand_from help' -a '(__jmonit_topics)'
complete -c jmonit -n '__fish_seen_subcommand_from fmt' -F
complete -c jmonit -n '__fish_seen_subcommand_from fmt' -s w -l write -d 'Rewrite the files'
complete -c jmonit -n '__fish_seen_subcommand_from fmt' -l check -d 'Print which files would change'
complete -c jmonit -s c -l conf -r -F -d 'Read this control file'
complete -c jmonit -n 'not __fish_seen_subcommand_from fmt help' -s g -l group -x -a '(__jmonit_names groups)' -d 'Act on this group'
complete -c jmonit -n 'not __fish_seen_subcommand_from fmt help' -s d -l daemon -x -d 'Check every so many seconds'
complete -c jmonit -n 'not __fish_seen_subcommand_from fmt help' -s l -l logfile -r -F -d 'Write the log to this file'
complete -c jmonit -n 'not __fish_seen_subcommand_from fmt help' -s p -l pidfile -r -F -d 'Keep the process id in this file'
complete -c jmonit -n 'not __fish_seen_subcommand_from fmt help' -s s -l statefile -r -F -d 'Keep the state in this file'
complete -c jmonit -n 'not __fish_seen_subcommand_from fmt help' -s n -l lines -x -d 'Show so many lines'
complete -c jmonit -n 'not __fish_seen_subcommand_from fmt help' -s f -l follow -d 'Follow the log'
complete -c jmonit -n 'not __fish_seen_subcommand_from fmt help' -s I -l interactive -d 'Stay in the foreground'
complete -c jmonit -n 'not __fish_seen_subcommand_from fmt help' -s B -l batch -d 'Plain output'
complete -c jmonit -n 'not __fish_seen_subcommand_from fmt help' -s t -l test -d 'Check the control file'
complete -c jmonit -n 'not __fish_seen_subcommand_from fmt help' -s v -l verbose -d 'Say more'
complete -c jmonit -n 'not __fish_seen_subcommand_from fmt help' -s V -l version -d 'Print the version'
complete -c jmonit -s h -l help -d 'Print help'
complete -c jmonit -n 'not __fish_seen_subcommand_from fmt help' -s i -l id -d 'Print the id'
complete -c jmonit -n 'not __fish_seen_subcommand_from fmt help' -s r -l resetid -d 'Make a new id'
complete -c jmonit -n 'not __fish_seen_subcommand_from fmt help' -s H -l hash -r -F -d 'Print checksums'
complete -c jmonit -n 'not __fish_seen_subcommand_from fmt help' -l url -x -d 'Ask the daemon at this address'
complete -c jmonit -n 'not __fish_seen_subcommand_from fmt help' -l insecure -d 'Do not verify its certificate'
complete -c jmonit -n 'not __fish_seen_subcommand_from fmt help' -l json -d 'Print JSON'
complete -c jmonit -n 'not __fish_seen_subcommand_from fmt help' -l no-wait -d 'Do not wait until it is done'
complete -c jmonit -n 'not __fish_seen_subcommand_from fmt help' -l format -x -a 'text short json' -d 'How messages look'
complete -c jmonit -n 'not __fish_seen_subcommand_from fmt help' -l all -d 'Show all messages'
complete -c jmonit -n 'not __fish_seen_subcommand_from fmt help' -l strict -d 'Take warnings for errors'
complete -c jmonit -n 'not __fish_seen_subcommand_from fmt help' -l no-host-checks -d 'Skip what depends on this machine'
