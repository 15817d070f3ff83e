package jmonit.service;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jmonit.catalog.Look;
import jmonit.catalog.Sampler;
import jmonit.model.Answer;
import jmonit.model.Condition;
import jmonit.model.Presence;
import jmonit.model.Principal;
import jmonit.model.Readings.Notes;
import jmonit.model.Sample;
import jmonit.model.Service;
import jmonit.model.Subject;
import jmonit.model.Trace;
import jmonit.os.Account;
import jmonit.os.Accounts;
import jmonit.os.Group;
import jmonit.os.Mount;
import jmonit.os.Spot;
import jmonit.os.Spot.Kind;
import jmonit.os.Volumes;

/** Looks at a filesystem: where it is mounted, how full it is, what goes through it. */
public final class FilesystemSampler implements Sampler {

    private static final String TABLE = "table";

    private final Volumes volumes;
    private final Accounts accounts;

    public FilesystemSampler(Volumes volumes, Accounts accounts) {
        this.volumes = requireNonNull(volumes, "volumes");
        this.accounts = requireNonNull(accounts, "accounts");
    }

    @Override
    public Sample look(Look look) {
        var path = path(look.service());
        try {
            var mounts = volumes.mounts();
            var spot = volumes.spot(path);
            var mount = new MountSearch(volumes, mounts).mount(path, spot);
            return mount.isPresent() ? sample(look, mount.get(), spot) : missing(look, spot, Integer.toHexString(mounts.hashCode()));
        } catch (IOException e) {
            return unreadable(look, path, e.getMessage());
        }
    }

    private static String path(Service service) {
        return switch (service.subject()) {
            case Subject.Path(String path) -> path;
            case Subject other -> throw new IllegalArgumentException("a filesystem has a path, not " + other);
        };
    }

    /** Each time the mount table is another one it was searched anew, which is said. */
    private static Sample missing(Look look, Spot spot, String table) {
        var path = path(look.service());
        var lines = new ArrayList<String>();
        if (spot.kind() == Kind.DANGLING) {
            lines.add("Cannot dereference filesystem '" + path + "' (symlink) -- No such file or directory");
        } else {
            if (spot.kind() != Kind.REGULAR_FILE && !look.trace().note(TABLE).equals(table)) {
                lines.add("Lookup for '" + spot.real() + "' filesystem failed  -- not found in /proc/self/mounts");
            }
            lines.add("Filesystem '" + path + "' not mounted");
        }
        return absent(new Presence.Missing("unable to read filesystem '" + path + "' state"), lines, new Trace(Map.of(TABLE, table)));
    }

    private static Sample unreadable(Look look, String path, String reason) {
        return absent(new Presence.Unreadable("unable to read filesystem '" + path + "' state -- " + reason),
                List.of("Error getting usage statistics for filesystem '" + path + "' -- " + reason), look.trace());
    }

    private static Sample absent(Presence presence, List<String> lines, Trace trace) {
        return new Sample(presence, new Notes().text("log", String.join("\n", lines)).readings(), Map.of(), trace);
    }

    private Sample sample(Look look, Mount mount, Spot spot) throws IOException {
        var notes = new Notes().text("fstype", mount.type()).text("fsflags", mount.flags());
        var place = spot.kind() == Kind.NOTHING ? volumes.spot(mount.point()) : spot;
        notes.count("permission", place.mode()).count("uid", place.uid()).count("gid", place.gid());
        VolumeReadings.space(notes, volumes.space(mount));
        var rates = new Rates(look.trace(), look.now());
        volumes.traffic(mount).ifPresent(traffic -> VolumeReadings.traffic(notes, traffic, rates));
        return new Sample(Presence.HERE, notes.readings(), expected(look.service()), new Trace(rates.notes()));
    }

    /** The numbers of the users and groups that rules name. */
    private Map<Integer, Answer> expected(Service service) {
        var answers = new HashMap<Integer, Answer>();
        for (var index = 0; index < service.rules().size(); index++) {
            if (service.rules().get(index).when() instanceof Condition.DiffersOwner(String metric, Principal principal)) {
                answers.put(index, number(principal, metric.equals("gid")));
            }
        }
        return answers;
    }

    private Answer number(Principal principal, boolean group) {
        return switch (principal) {
            case Principal.Inherited _ -> new Answer.Skipped("nobody is named");
            case Principal.Numbered(long id) -> new Answer.Sum(id);
            case Principal.Named(String name) -> {
                var id = group ? accounts.group(name).map(Group::gid) : accounts.user(name).map(Account::uid);
                yield id.<Answer>map(Answer.Sum::new).orElseGet(() -> new Answer.Skipped("nobody is called " + name));
            }
        };
    }
}
