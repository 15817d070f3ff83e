package jmonit.cli;

import java.util.List;
import java.util.Locale;

import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

import jmonit.cli.Invocation.Asking;
import jmonit.cli.Invocation.Checking;
import jmonit.cli.Invocation.Mode;
import jmonit.config.Overrides;
import jmonit.diagnostic.Format;
import jmonit.diagnostic.Suggest;

/** The options of Monit, and ours beside them. */
final class Options {

    private static final int SHOWN_DIGITS = 9;

    private Options() {
    }

    /** What is wrong with the command line, in words. */
    static final class Wrong extends Exception {

        private static final long serialVersionUID = 1L;

        Wrong(String message) {
            super(message);
        }
    }

    static Invocation parse(String... arguments) throws Wrong {
        ParseResult result = result(spec(), arguments);
        List<String> words = result.matchedPositionalValue(0, List.of());
        return new Invocation(text(result, "-c"), text(result, "-g"), flags(result, "-v"), overrides(result), mode(result),
                checking(result), asking(result, words), words);
    }

    static ParseResult result(CommandSpec spec, String... arguments) throws Wrong {
        try {
            return new CommandLine(spec).setOverwrittenOptionsAllowed(true).parseArgs(arguments);
        } catch (CommandLine.UnmatchedArgumentException e) {
            throw new Wrong(unknown(spec, e.getUnmatched().getFirst()));
        } catch (CommandLine.MissingParameterException e) {
            throw new Wrong("Option -- " + name(e) + " requires an argument");
        } catch (CommandLine.ParameterException e) {
            throw new Wrong(e.getMessage());
        }
    }

    private static String unknown(CommandSpec spec, String option) {
        List<String> names = spec.options().stream().map(OptionSpec::longestName).filter(name -> name.startsWith("--")).toList();
        return "Invalid option -- " + option.replaceFirst("^-+", "") + "  (-h will show valid options)"
                + Suggest.nearest(option, names).map(near -> "\ndid you mean \"" + near + "\"?").orElse("");
    }

    private static String name(CommandLine.MissingParameterException e) {
        ArgSpec first = e.getMissing().getFirst();
        return first instanceof OptionSpec option ? option.shortestName().replaceFirst("^-+", "") : first.paramLabel();
    }

    private static CommandSpec spec() {
        return CommandSpec.create().name("jmonit")
                .addOption(value("-c", "--conf"))
                .addOption(value("-d", "--daemon"))
                .addOption(value("-g", "--group"))
                .addOption(value("-l", "--logfile"))
                .addOption(value("-p", "--pidfile"))
                .addOption(value("-s", "--statefile"))
                .addOption(flag("-I", "--interactive"))
                .addOption(flag("-B", "--batch"))
                .addOption(flag("-i", "--id"))
                .addOption(flag("-r", "--resetid"))
                .addOption(flag("-t", "--test"))
                .addOption(OptionSpec.builder("-v", "--verbose").arity("0").type(boolean[].class).build())
                .addOption(flag("-H", "--hash"))
                .addOption(flag("-V", "--version"))
                .addOption(flag("-h", "--help"))
                .addOption(value("--format"))
                .addOption(flag("--all"))
                .addOption(flag("--strict"))
                .addOption(flag("--no-host-checks"))
                .addOption(value("--url"))
                .addOption(flag("--insecure"))
                .addOption(flag("--json"))
                .addOption(flag("--no-wait"))
                .addOption(value("-n", "--lines"))
                .addOption(flag("-f", "--follow"))
                .addPositional(PositionalParamSpec.builder().index("0..*").arity("0..*").type(List.class).auxiliaryTypes(String.class).build());
    }

    static OptionSpec value(String... names) {
        return OptionSpec.builder(names[0], names).arity("1").type(String.class).build();
    }

    static OptionSpec flag(String... names) {
        return OptionSpec.builder(names[0], names).arity("0").type(boolean.class).build();
    }

    static String text(ParseResult result, String option) {
        return result.matchedOptionValue(option, "");
    }

    private static boolean given(ParseResult result, String option) {
        return result.hasMatchedOption(option);
    }

    private static int flags(ParseResult result, String option) {
        return result.matchedOptionValue(option, new boolean[0]).length;
    }

    private static Overrides overrides(ParseResult result) throws Wrong {
        String seconds = text(result, "-d");
        if (given(result, "-d") && !seconds.matches("\\d{1," + SHOWN_DIGITS + "}")) {
            throw new Wrong("Option -d requires a natural number");
        }
        return new Overrides(seconds.isEmpty() ? 0 : Long.parseLong(seconds), text(result, "-l"), text(result, "-p"), text(result, "-s"),
                given(result, "-I"), given(result, "-B"));
    }

    private static Mode mode(ParseResult result) {
        if (given(result, "-h")) {
            return Mode.HELP;
        }
        if (given(result, "-V")) {
            return Mode.VERSION;
        }
        if (given(result, "-H")) {
            return Mode.HASH;
        }
        if (given(result, "-t")) {
            return Mode.TEST;
        }
        return given(result, "-i") ? Mode.ID : given(result, "-r") ? Mode.RESET_ID : Mode.RUN;
    }

    private static Checking checking(ParseResult result) throws Wrong {
        return new Checking(format(text(result, "--format")), given(result, "--all"), given(result, "--strict"), !given(result, "--no-host-checks"));
    }

    private static Asking asking(ParseResult result, List<String> words) throws Wrong {
        String word = words.isEmpty() ? "" : words.getFirst().toLowerCase(Locale.ROOT);
        only(result, "-n", word, "events", "log");
        only(result, "-f", word, "log");
        only(result, "--json", word, "status", "summary", "report", "events", "silences");
        only(result, "--no-wait", word, "start", "stop", "restart", "monitor", "unmonitor");
        String lines = text(result, "-n");
        if (given(result, "-n") && !lines.matches("[1-9]\\d{0,3}")) {
            throw new Wrong("Option -n requires a number from 1 to 9999");
        }
        return new Asking(text(result, "--url"), !given(result, "--insecure"), given(result, "--json"), !given(result, "--no-wait"),
                lines.isEmpty() ? 0 : Integer.parseInt(lines), given(result, "-f"));
    }

    /** What Monit does not know are options of some words only. */
    private static void only(ParseResult result, String option, String word, String... words) throws Wrong {
        if (given(result, option) && !List.of(words).contains(word)) {
            throw new Wrong("Invalid option -- " + option.replaceFirst("^-+", "") + "  (-h will show valid options)");
        }
    }

    private static Format format(String name) throws Wrong {
        for (Format format : Format.values()) {
            if (format.name().toLowerCase(Locale.ROOT).equals(name)) {
                return format;
            }
        }
        if (name.isEmpty()) {
            return Format.TEXT;
        }
        throw new Wrong("Option --format takes text, short or json, not \"" + name + "\"");
    }
}
