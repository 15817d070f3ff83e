package jmonit.service;

import java.time.Instant;
import java.util.OptionalLong;

import jmonit.model.Condition;
import jmonit.model.Principal;
import jmonit.model.Readings.Notes;
import jmonit.model.Service;
import jmonit.model.Subject;
import jmonit.model.Unit;
import jmonit.os.Account;
import jmonit.os.Accounts;
import jmonit.os.FileStatus;
import jmonit.os.Group;

/** What every path has, as readings. */
final class Attributes {

    private final Accounts accounts;

    Attributes(Accounts accounts) {
        this.accounts = accounts;
    }

    static String path(Service service) {
        if (service.subject() instanceof Subject.Path(String path)) {
            return path;
        }
        throw new IllegalArgumentException("\"" + service.name() + "\" has no path");
    }

    Notes of(Service service, FileStatus status) {
        var notes = new Notes()
                .text("type", status.kind().name().toLowerCase(java.util.Locale.ROOT))
                .text("permission", Integer.toOctalString(status.mode()))
                .count("uid", status.uid())
                .count("gid", status.gid())
                .amount("size", Unit.BYTES, status.size())
                .moment("atime", status.accessed())
                .moment("ctime", status.changed())
                .moment("mtime", status.modified())
                .moment("timestamp", later(status.modified(), status.changed()))
                .count("hardlink", status.links());
        service.rules().forEach(r -> owner(r.when(), notes));
        return notes;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** A judge knows numbers only: the one that belongs to a name is the reading "uid of NAME". */
    private void owner(Condition condition, Notes notes) {
        if (condition instanceof Condition.DiffersOwner(String metric, Principal.Named(String name))) {
            number(metric, name).ifPresent(id -> notes.count(metric + " of " + name, id));
        }
    }

    private OptionalLong number(String metric, String name) {
        var id = metric.equals("gid") ? accounts.group(name).map(Group::gid) : accounts.user(name).map(Account::uid);
        return id.isPresent() ? OptionalLong.of(id.get()) : OptionalLong.empty();
    }
}
