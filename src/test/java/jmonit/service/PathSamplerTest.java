package jmonit.service;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import jmonit.catalog.Look;
import jmonit.catalog.Sampler;
import jmonit.model.Commands;
import jmonit.model.Limits;
import jmonit.model.Mode;
import jmonit.model.OnReboot;
import jmonit.model.Origin;
import jmonit.model.Presence;
import jmonit.model.Sample;
import jmonit.model.Schedule;
import jmonit.model.Service;
import jmonit.model.Subject;
import jmonit.model.Trace;
import jmonit.os.FakeAccounts;
import jmonit.os.FakeDisk;
import jmonit.os.FakeErrands;
import jmonit.os.FileFacts.Kind;
import jmonit.os.HangingErrands;

class PathSamplerTest {

    private final FakeDisk disk = new FakeDisk();

    private static Sample look(Sampler sampler) throws InterruptedException {
        var service = new Service("x", "any", new Subject.Path("/x"), Commands.NONE, List.of(), List.of(),
                new Service.Care(Mode.ACTIVE, OnReboot.START, Schedule.EVERY_CYCLE, List.of(), List.of()), List.of(), new Origin("rc", 1));
        return sampler.look(new Look(service, new Limits(Map.of(), Map.of()), Trace.NONE, Instant.EPOCH));
    }

    @Test
    void looksAtDirectories() throws InterruptedException {
        var sampler = PathSampler.directory(disk, new FakeErrands(), new FakeAccounts());

        assertEquals(new Presence.Missing("directory doesn't exist"), look(sampler).presence());
        disk.file("/x", "");
        assertEquals(new Presence.WrongKind("is not directory"), look(sampler).presence());
        disk.with("/x", Kind.DIRECTORY);
        assertEquals(Presence.HERE, look(sampler).presence());
        assertEquals("directory", look(sampler).readings().text("type").orElseThrow());
    }

    @Test
    void looksAtFifosWithoutOpeningThem() throws InterruptedException {
        var sampler = PathSampler.fifo(disk, new FakeErrands(), new FakeAccounts());

        assertEquals(new Presence.Missing("fifo doesn't exist"), look(sampler).presence());
        disk.file("/x", "");
        assertEquals(new Presence.WrongKind("is not fifo"), look(sampler).presence());
        disk.with("/x", Kind.FIFO);
        assertEquals(Presence.HERE, look(sampler).presence());
        assertEquals(0, disk.opened());
    }

    @Test
    void saysThatADiskDoesNotAnswer() throws InterruptedException {
        var sampler = PathSampler.directory(disk, new HangingErrands(), new FakeAccounts());

        assertEquals(new Presence.Unreadable("cannot look at /x: its disk does not answer"), look(sampler).presence());
    }
}
