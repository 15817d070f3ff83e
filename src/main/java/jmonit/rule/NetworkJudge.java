package jmonit.rule;

import java.util.List;
import java.util.Optional;

import jmonit.model.Action;
import jmonit.model.Answer;
import jmonit.model.Condition;
import jmonit.model.Condition.Threshold;
import jmonit.model.EventKind;
import jmonit.model.Presence;
import jmonit.model.Rule;
import jmonit.model.Sample;
import jmonit.model.Service;
import jmonit.model.Unit;
import jmonit.model.Window;
import jmonit.rule.Verdict.Clear;
import jmonit.rule.Verdict.Tripped;
import jmonit.rule.Verdict.Unknown;

/** Judges network interfaces. While the link is down, nothing but the link is judged. */
public final class NetworkJudge implements Judge {

    private static final List<String> DIRECTIONS = List.of("upload", "download");

    @Override
    public List<Rule> standing(Service service) {
        return DIRECTIONS.stream().map(direction -> new Rule(new Condition.Sound(direction + " errors"), Window.ONCE, Action.ALERT,
                Window.ONCE, Action.ALERT, service.origin())).toList();
    }

    @Override
    public int rank(Condition condition) {
        return switch (condition) {
            case Condition.Link _ -> 0;
            case Condition.Sound(String aspect) -> aspect.startsWith("upload") ? 1 : 2;
            case Condition.Changed _ -> 3;
            default -> switch (kind(condition)) {
                case SATURATION -> 4;
                case BYTEOUT -> 5;
                case PACKETOUT -> 6;
                case BYTEIN -> 7;
                default -> 8;
            };
        };
    }

    @Override
    public EventKind kind(Condition condition) {
        return switch (condition) {
            case Condition.Changed _ -> EventKind.SPEED;
            case Threshold(String metric, _, var limit) -> metric.equals("saturation") ? EventKind.SATURATION : kind(metric, limit.unit());
            case Condition.Total(String metric, _, var limit, _, _) -> kind(metric, limit.unit());
            default -> EventKind.LINK;
        };
    }

    private static EventKind kind(String metric, Unit unit) {
        var packets = unit == Unit.PACKETS || unit == Unit.PACKETS_PER_SECOND;
        if (metric.contains("upload")) {
            return packets ? EventKind.PACKETOUT : EventKind.BYTEOUT;
        }
        return packets ? EventKind.PACKETIN : EventKind.BYTEIN;
    }

    @Override
    public Judgement judge(Question question) {
        var memory = question.memory();
        return switch (question.sample().presence()) {
            case Presence.Here _ when up(question.sample()) -> reachable(question);
            case Presence.Here _ -> new Judgement(unreachable(question, "link down"), memory);
            case Presence.Missing(String because) -> new Judgement(unreachable(question, because), memory);
            case Presence.WrongKind(String because) -> new Judgement(unreachable(question, because), memory);
            case Presence.Unreadable(String because) -> new Judgement(unreachable(question, because), memory);
        };
    }

    private static boolean up(Sample sample) {
        return sample.readings().text("link.state").filter("up"::equals).isPresent();
    }

    private static Verdict unreachable(Question question, String because) {
        if (question.rule().when() instanceof Condition.Link(boolean up)) {
            return up ? new Clear(because) : new Tripped(because);
        }
        return new Unknown(because);
    }

    private static Judgement reachable(Question question) {
        return switch (question.rule().when()) {
            case Condition.Link(boolean up) -> Judgement.of(up ? new Tripped("link up") : new Clear("link up"));
            case Condition.Changed _ -> changed(question);
            case Condition.Sound(String aspect) -> Judgement.of(errors(question.sample(), aspect));
            case Threshold threshold -> Judgement.of(threshold.metric().equals("saturation")
                    ? saturation(question.sample(), threshold) : rate(question.sample(), threshold));
            case Condition.Total total -> Judgement.of(total(question, total));
            default -> Judgement.of(new Unknown("no test of a network interface"));
        };
    }

    private static Verdict errors(Sample sample, String aspect) {
        var count = sample.readings().amount(aspect.replace(' ', '.'), Unit.COUNT).orElse(0.0);
        return count > 0 ? new Tripped(Spoken.whole(count) + " " + aspect + " detected") : new Clear(aspect + " check succeeded");
    }

    /** The memory is "speed mode", such as "1000000000 full"; a link without them is not judged. */
    private static Judgement changed(Question question) {
        var readings = question.sample().readings();
        var speed = readings.amount("link.speed", Unit.COUNT).map(Spoken::whole).orElse("");
        var mode = readings.text("link.duplex").orElse("");
        if (speed.isEmpty() || mode.isEmpty()) {
            return new Judgement(new Unknown("the link has no speed or no mode"), question.memory());
        }
        var current = speed + " " + mode;
        var before = question.memory();
        return new Judgement(before.isEmpty() ? new Unknown("nothing to compare with yet")
                : changed(before.split(" "), speed, mode), current);
    }

    private static Verdict changed(String[] before, String speed, String mode) {
        if (!before[0].equals(speed)) {
            return new Tripped("link speed changed to " + Spoken.whole(Double.parseDouble(speed) / 1_000_000) + " Mb/s");
        }
        return before[1].equals(mode) ? new Clear("link mode has not changed since last cycle [current mode is " + mode + "-duplex]")
                : new Tripped("link mode is now " + mode + "-duplex");
    }

    /** Full duplex has room for both directions at once, so each is judged and the first to trip is told; otherwise they share it. */
    private static Verdict saturation(Sample sample, Threshold threshold) {
        if (sample.readings().text("link.duplex").filter("half"::equals).isPresent()) {
            var both = saturation(sample, "upload").flatMap(up -> saturation(sample, "download").map(down -> up + down));
            return saturation(threshold, "link saturation", "saturation", both);
        }
        var up = saturation(threshold, "link upload saturation", "upload saturation", saturation(sample, "upload"));
        var down = saturation(threshold, "link download saturation", "download saturation", saturation(sample, "download"));
        return !(up instanceof Tripped) && down instanceof Tripped ? down : up;
    }

    private static Optional<Double> saturation(Sample sample, String direction) {
        return sample.readings().amount("saturation." + direction, Unit.PERCENT);
    }

    private static Verdict saturation(Threshold threshold, String what, String current, Optional<Double> value) {
        return Compared.of(what + " of %1$s matches limit [saturation %2$s %3$s]", what + " check succeeded [current " + current + " %1$s]",
                Spoken::percent).verdict(threshold, value, "the link has no speed");
    }

    private static Verdict rate(Sample sample, Threshold threshold) {
        var packets = threshold.limit().unit() == Unit.PACKETS_PER_SECOND;
        return traffic(threshold.metric(), "", packets, "1 second")
                .verdict(threshold, Compared.reading(sample, threshold), "no data are available");
    }

    private static Verdict total(Question question, Condition.Total total) {
        var packets = total.limit().unit() == Unit.PACKETS;
        var direction = total.metric().equals("total.upload") ? "upload" : "download";
        var wording = traffic(direction, "total ", packets, total.spoken().replace("(s)", ""));
        return switch (question.sample().answers().get(question.index())) {
            case Answer.Sum(double value) -> wording.verdict(value, total.comparison(), total.limit().value());
            case null, default -> new Unknown("no data are available");
        };
    }

    private static Compared traffic(String direction, String total, boolean packets, String range) {
        var what = total + direction + (packets ? " packets" : "");
        var measured = direction + (packets ? " packets" : " rate");
        return Compared.of(what + " %1$s matches limit [" + measured + " %2$s %3$s in last " + range + "]",
                what + " check succeeded [current " + measured + " %1$s in last " + range + "]", packets ? Spoken::whole : Spoken::size);
    }
}
