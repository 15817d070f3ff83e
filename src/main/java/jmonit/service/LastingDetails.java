package jmonit.service;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

import jmonit.os.ProcessDetails;
import jmonit.os.ProcessId;

/**
 * The details of the process one service is about, of which some hardly ever change: those are asked anew only after a while, or of another
 * process. One thread at a time.
 */
final class LastingDetails implements ProcessDetails {

    private static final Duration LASTING = Duration.ofSeconds(10);

    private final ProcessDetails details;
    private List<ProcessId> process = List.of();
    private Duration until = Duration.ZERO;
    private List<Owner> owner = List.of();
    private List<Limit> limit = List.of();
    private List<String> label = List.of();

    LastingDetails(ProcessDetails details) {
        this.details = details;
    }

    /** From now on it is asked about this process, its children, and nobody else. */
    LastingDetails of(ProcessId now, Duration uptime) {
        if (!process.equals(List.of(now)) || uptime.compareTo(until) >= 0) {
            process = List.of(now);
            until = uptime.plus(LASTING);
            owner = List.of();
            limit = List.of();
            label = List.of();
        }
        return this;
    }

    private boolean known(int pid, List<?> detail) {
        return !detail.isEmpty() && process.getFirst().pid() == pid;
    }

    @Override
    public Owner owner(int pid) throws IOException {
        owner = known(pid, owner) ? owner : List.of(details.owner(pid));
        return owner.getFirst();
    }

    @Override
    public Limit openFilesLimit(int pid) throws IOException {
        limit = known(pid, limit) ? limit : List.of(details.openFilesLimit(pid));
        return limit.getFirst();
    }

    @Override
    public String securityLabel(int pid) {
        label = known(pid, label) ? label : List.of(details.securityLabel(pid));
        return label.getFirst();
    }

    @Override
    public Traffic traffic(int pid) throws IOException {
        return details.traffic(pid);
    }

    @Override
    public long openFiles(int pid) throws IOException {
        return details.openFiles(pid);
    }
}
