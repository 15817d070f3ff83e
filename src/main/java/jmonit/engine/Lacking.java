package jmonit.engine;

import java.util.Optional;

/** What a service needs and does not have: whatever is said of it meanwhile is no news. */
final class Lacking {

    private Lacking() {
    }

    /** In words, empty where all is well that it depends on, however far above. */
    static String of(Wards wards, Ward ward) {
        return wards.dependencies().above(ward.name()).stream().flatMap(n -> wards.find(n).stream()).flatMap(w -> trouble(w).stream())
                .findFirst().orElse("");
    }

    private static Optional<String> trouble(Ward needed) {
        String trouble = needed.monitored && needed.failing() ? "has failed"
                : needed.phase == Ward.Phase.ACTING && !needed.doing.equals("stop") ? "is being restarted" : "";
        return trouble.isEmpty() ? Optional.empty() : Optional.of("it depends on '" + needed.name() + "', which " + trouble);
    }
}
