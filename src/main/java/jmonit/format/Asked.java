package jmonit.format;

import jmonit.model.Condition;
import jmonit.model.Service;

/** What the rules of a file want to know of it that costs extra to find out. */
record Asked(boolean content, boolean checksum) {

    static Asked of(Service service) {
        boolean content = false;
        boolean checksum = false;
        for (var rule : service.rules()) {
            content |= rule.when() instanceof Condition.Matches;
            checksum |= checksum(rule.when());
        }
        return new Asked(content, checksum);
    }

    private static boolean checksum(Condition condition) {
        return switch (condition) {
            case Condition.DiffersSum _ -> true;
            case Condition.Changed(String metric) -> metric.startsWith("checksum");
            case Condition.Unchanged(String metric) -> metric.startsWith("checksum");
            case Condition.Threshold _, Condition.Total _, Condition.Matches _, Condition.Differs _, Condition.DiffersOwner _,
                    Condition.Missing _, Condition.Present _, Condition.Link _, Condition.Pinged _, Condition.Connected _,
                    Condition.Restarted _, Condition.Sound _ -> false;
        };
    }
}
