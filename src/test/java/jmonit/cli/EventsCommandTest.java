package jmonit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.Test;

class EventsCommandTest {

    private static final String NONE = Talk.json("{'events':[],'more':false}");

    private final Talk talk = new Talk().controlFile("set daemon 5\n");

    @Test
    void isSilentAboutAServiceThatNothingHappenedTo() {
        talk.control(NONE, Talk.json("{'name':'web 1'}"));

        assertEquals(0, talk.run("jmonit", "-c", "/m", "events", "web 1"));

        assertEquals("", talk.out());
        assertEquals(List.of("GET /api/v1/events?service=web%201&limit=20", "GET /api/v1/services/web%201"), talk.asked());
    }

    @Test
    void saysThatThereIsNoSuchService() {
        talk.control(NONE, Talk.answer(404, "application/json", "{\"error\":{\"message\":\"There is no service named \\\"wbe\\\"\",\"help\":\"\"}}"));

        assertEquals(1, talk.line("jmonit -c /m events wbe"));

        assertEquals("jmonit: There is no service named \"wbe\"\n", talk.err());
    }
}
