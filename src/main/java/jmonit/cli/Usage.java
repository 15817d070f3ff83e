package jmonit.cli;

/** What -h prints. */
final class Usage {

    static final String TEXT = """
            Usage: jmonit [options] [word [arguments]]

             -c FILE           read this control file
             -t                check the control file and exit; with -v show what was understood
             -I                stay in the foreground
             -d N              check every N seconds
             -g NAME           apply a word to the services of this group
             -l FILE           write the log to this file
             -p FILE           keep the process id in this file
             -s FILE           keep the state in this file
             -B                plain output: no tables, no colours
             -v, -vv           say more
             -H [FILE]         print the SHA-1 and MD5 sum of a file or of the input
             -i, --id          print the id of this installation
             -r, --resetid     make a new id
             -V                print the version
             -h                print this text

            Checking a control file (with -t):
             --format=FORMAT   text, short (one line each) or json
             --all             show every message, not only the first 20
             --strict          take warnings for errors
             --no-host-checks  skip what depends on this machine

            Words:
             start|stop|restart|monitor|unmonitor all|NAME|PATTERN
             status|summary [NAME|PATTERN]     report [STATE]
             reload  quit  validate            procmatch PATTERN
             events [NAME] [-n N]              log [-n N] [-f]
             silence all|NAME|PATTERN 2h [REASON]   tell nobody of it for a while
             silences               unsilence all|NUMBER|NAME
             ack all|NAME [REASON]  end reminders of what fails; unack NAME
             top                    watch all services live
             test alert [NAME]      send everybody, or NAME, a test message
             fmt [-w] [FILE]...     print control files in the canonical layout, or rewrite them
             help [TOPIC]           explain the language

            Asking the daemon:
             --json            what status, summary, report, events and silences print,
                               as JSON
             --no-wait         do not wait until start, stop and the others are done
             --url URL         ask the daemon at http[s]://[USER@]HOST[:PORT]/; its password
                               is asked for, or taken from JMONIT_PASSWORD
             --insecure        take any certificate of an https URL
            """;

    static final String FMT = """
            Usage: jmonit fmt [--check] [FILE]...
                   jmonit fmt -w FILE...

            Prints control files in one canonical layout; comments and meaning stay. Without
            a FILE the control file is found as for every command; the file - is the input.
             -w, --write  rewrite these files, and print nothing
             --check      print the names of the files that -w would change, and exit with
                          status 1 if there are any
            """;

    private Usage() {
    }
}
