package jmonit.format;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;

import jmonit.json.JsonWriter;
import jmonit.model.Acknowledgement;
import jmonit.model.Maintenance;
import jmonit.model.Scope;
import jmonit.model.Silence;
import jmonit.model.Snapshot;

/** Of what nobody is told or reminded, for programs: what operators asked for and what the control file plans. */
public final class SilencesJson {

    private SilencesJson() {
    }

    /** {@code zone} is that of the clock on the wall. */
    public static void write(Snapshot snapshot, ZoneId zone, JsonWriter out) {
        out.object().field("at", snapshot.at()).name("silences").array();
        snapshot.silences().forEach(s -> silence(s, out));
        out.end().name("maintenance").array();
        snapshot.settings().maintenance().forEach(m -> maintenance(m, snapshot, zone, out));
        out.end().name("acknowledged").array();
        snapshot.services().forEach(v -> v.calm().acknowledged().forEach(a -> acknowledged(v.service().name(), a, out)));
        out.end().end();
    }

    private static void acknowledged(String service, Acknowledgement acknowledgement, JsonWriter out) {
        out.object().field("service", service).field("at", acknowledgement.at()).field("by", acknowledgement.remark().by())
                .field("reason", acknowledgement.remark().reason()).end();
    }

    public static void silence(Silence silence, JsonWriter out) {
        out.object().field("id", silence.id());
        scope(silence.scope(), out);
        out.field("from", silence.from()).field("until", silence.until());
        out.field("by", silence.remark().by()).field("reason", silence.remark().reason()).end();
    }

    private static void maintenance(Maintenance maintenance, Snapshot snapshot, ZoneId zone, JsonWriter out) {
        var now = LocalDateTime.ofInstant(snapshot.at(), zone);
        boolean active = maintenance.hours().covers(now);
        out.object().field("hours", maintenance.hours().text());
        scope(maintenance.scope(), out);
        out.field("mode", maintenance.acts() ? "active" : "passive").field("reason", maintenance.reason()).field("now", active).name("until");
        if (active) {
            out.value(snapshot.at().plus(maintenance.hours().untilChange(now)));
        } else {
            out.nothing();
        }
        out.field("file", maintenance.origin().file()).field("line", maintenance.origin().line()).end();
    }

    private static void scope(Scope scope, JsonWriter out) {
        out.field("all", scope instanceof Scope.All).field("group", scope instanceof Scope.Group(String name) ? name : "");
        Nodes.texts("services", scope instanceof Scope.Named(List<String> names) ? names : List.of(), out);
    }
}
