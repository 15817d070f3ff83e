package jmonit.format;

import java.util.List;
import java.util.function.Predicate;

import jmonit.model.Snapshot;
import jmonit.model.Snapshot.View;
import jmonit.regex.Expression;

/** The services that are asked for, in the order of the control file. {@code whole} says that nothing was left out on purpose. */
public record Selection(List<View> views, boolean whole) {

    public Selection {
        views = List.copyOf(views);
    }

    public static Selection all(Snapshot snapshot) {
        return new Selection(snapshot.services(), true);
    }

    /** Those whose whole name is {@code pattern}, or matches it as an expression, in whatever case. */
    public static Selection named(Snapshot snapshot, String pattern) {
        // As Monit puts it: "a|b" is what begins with a or ends with b.
        Predicate<String> matching = Expression.parse("^" + pattern + "$", true) instanceof Expression expression
                ? name -> matches(expression, name)
                : _ -> false;
        return of(snapshot, v -> v.service().name().equalsIgnoreCase(pattern) || matching.test(v.service().name()));
    }

    /** A pattern that would take too long to try matches nothing. */
    private static boolean matches(Expression expression, String name) {
        try {
            return expression.matches(name);
        } catch (IllegalStateException e) {
            return false;
        }
    }

    public static Selection group(Snapshot snapshot, String name) {
        return of(snapshot, v -> v.service().care().groups().stream().anyMatch(name::equalsIgnoreCase));
    }

    private static Selection of(Snapshot snapshot, Predicate<View> wanted) {
        return new Selection(snapshot.services().stream().filter(wanted).toList(), false);
    }
}
