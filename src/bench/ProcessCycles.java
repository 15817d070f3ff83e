import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;

import jmonit.catalog.Look;
import jmonit.model.Commands;
import jmonit.model.Limits;
import jmonit.model.Mode;
import jmonit.model.OnReboot;
import jmonit.model.Origin;
import jmonit.model.Schedule;
import jmonit.model.Service;
import jmonit.model.Subject;
import jmonit.model.Trace;
import jmonit.os.ProcessFacts;
import jmonit.os.ProcessId;
import jmonit.os.Signals;
import jmonit.os.live.LiveAccounts;
import jmonit.os.live.LiveExits;
import jmonit.os.live.LiveErrands;
import jmonit.os.live.LiveFiles;
import jmonit.os.live.LiveProcessDetails;
import jmonit.os.live.LiveProcesses;
import jmonit.os.live.LiveSignals;
import jmonit.os.live.LiveSurroundings;
import jmonit.service.ProcessSampler;

/** Cycles of looks at process services: ProcessCycles NAME CYCLES SUBJECT..., a subject being a pidfile or ~ and a pattern. */
public final class ProcessCycles {

    private final LiveProcesses processes = new LiveProcesses();
    private final ProcessSampler sampler = new ProcessSampler(new ProcessSampler.Pidfiles(new LiveFiles(), new LiveFiles()),
            new ProcessSampler.Sources(processes, new LiveProcessDetails(), new LiveSurroundings(), new LiveAccounts()),
            new LiveErrands("process", Duration.ofSeconds(5)), _ -> Map.of());
    private final Map<String, Trace> traces = new ConcurrentHashMap<>();

    public static void main(String[] arguments) throws Exception {
        if (arguments[0].equals("exits")) {
            exits();
            return;
        }
        var cycles = Integer.parseInt(arguments[1]);
        var services = List.of(arguments).subList(2, arguments.length).stream().map(ProcessCycles::service).toList();
        var bench = new ProcessCycles();
        var first = bench.run(services, 1);
        var cold = bench.run(services, cycles);
        bench.run(services, 2 * cycles);
        var warm = bench.run(services, cycles);
        System.out.printf("%-28s CPU per cycle: first %.1f ms, next %d %.2f ms, after %d %.2f ms%n", arguments[0], first, cycles, cold, 3 * cycles, warm);
    }

    private static Service service(String subject) {
        var care = new Service.Care(Mode.ACTIVE, OnReboot.START, Schedule.EVERY_CYCLE, List.of(), List.of());
        return new Service(subject, "process", subject.startsWith("~") ? new Subject.Matching(subject.substring(1)) : new Subject.PidFile(subject),
                Commands.NONE, List.of(), List.of(), care, List.of(), new Origin("bench", 1));
    }

    private double run(List<Service> services, int cycles) throws Exception {
        var before = used();
        for (var i = 0; i < cycles; i++) {
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                var looks = new ArrayList<Future<?>>();
                for (var service : services) {
                    looks.add(threads.submit(() -> look(service)));
                }
                for (var look : looks) {
                    look.get();
                }
            }
            Thread.sleep(210);
        }
        return (used() - before) / 1e6 / cycles;
    }

    private Void look(Service service) throws InterruptedException {
        var trace = traces.getOrDefault(service.name(), Trace.NONE);
        var sample = sampler.look(new Look(service, new Limits(Map.of(), Map.of()), trace, Instant.now()));
        traces.put(service.name(), sample.trace());
        return null;
    }

    /** Nanoseconds of processor time this program has used, with all that the virtual machine does. */
    private long used() {
        return ((com.sun.management.OperatingSystemMXBean) java.lang.management.ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private static void exits() throws Exception {
        var told = new SynchronousQueue<ProcessId>();
        var took = new ArrayList<Long>();
        try (var exits = new LiveExits()) {
            for (var i = 0; i < 101; i++) {
                var child = new ProcessBuilder("sleep", "60").start();
                var id = new LiveProcesses().find((int) child.pid()).map(ProcessFacts::id).orElseThrow();
                exits.watch(id, ended -> {
                    try {
                        told.offer(ended, 1, TimeUnit.SECONDS);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                });
                Thread.sleep(5);
                var killed = System.nanoTime();
                new LiveSignals().send(id.pid(), Signals.KILL);
                told.poll(5, TimeUnit.SECONDS);
                took.add(System.nanoTime() - killed);
            }
        }
        took.sort(null);
        System.out.printf("%-28s kill to listener: median %.2f ms, p90 %.2f ms, most %.2f ms%n", "exits", took.get(50) / 1e6, took.get(90) / 1e6,
                took.getLast() / 1e6);
    }
}
