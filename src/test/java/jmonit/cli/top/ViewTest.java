package jmonit.cli.top;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jmonit.cli.top.Key.Named;
import jmonit.cli.top.View.Wish;
import jmonit.json.JsonReader;
import jmonit.json.NotJson;

class ViewTest {

    private final View view = new View();

    @BeforeEach
    void show() throws NotJson {
        view.key(new Key.Size(7, 100));
        view.board(board("ok", "ok", "failing", "unmonitored", "waiting", "ok"));
    }

    private static Board board(String... states) throws NotJson {
        var services = new StringBuilder();
        for (int i = 0; i < states.length; i++) {
            services.append(i == 0 ? "" : ",").append("""
                    {"name":"s%d","title":"Process","state":"%s","status":"status of %d","age":%d,"failures":[%s],"key":["cpu.percent"],
                    "readings":[{"id":"cpu.percent","label":"cpu","text":"%d%%"}]}"""
                    .formatted(i, states[i], i, i * 3000, states[i].equals("failing") ? "{\"because\":\"it is \\u001b[2Jgone\\n and away\"}" : "", i));
        }
        return Board.of(JsonReader.read("""
                {"daemon":{"program":"jmonit","version":"1","host":"plum"},"counts":{"total":6,"up":4,"down":1,"initialising":0,"unmonitored":1},
                "services":[%s]}""".formatted(services), JsonReader.Bounds.SMALL));
    }

    private Wish type(String text) {
        Wish last = new Wish.Nothing();
        for (char c : text.toCharArray()) {
            last = view.key(new Key.Typed(c));
        }
        return last;
    }

    /** The rows without colours and blanks, the selected one with a star. */
    private List<String> rows() {
        return view.lines().stream().skip(2).limit(4).map(l -> (l.startsWith("\033[7m") ? "*" : "") + l.replaceAll("\033\\[\\d+m", "")
                .replaceAll(" +", " ")).toList();
    }

    private String foot() {
        return view.lines().getLast();
    }

    @Test
    void showsFirstWhatFailsAndLastWhatIsNotWatched() {
        assertEquals("jmonit 1 on plum: 6 services, 4 up, 1 down, 0 initialising, 1 not monitored", view.lines().getFirst());
        assertEquals(List.of("*s2 Process status of 2 100 min it is ?[2Jgone | and away", "s4 Process status of 4 3 h cpu 4%", "s0 Process status of 0 0 s cpu 0%",
                "s1 Process status of 1 50 min cpu 1%"), rows());
    }

    @Test
    void fitsTheTerminal() {
        view.key(new Key.Size(5, 40));

        assertEquals(5, view.lines().size());
        assertTrue(view.lines().stream().allMatch(l -> l.replaceAll("\033\\[\\d+m", "").length() <= 40), view.lines().toString());
    }

    @Test
    void fitsTheSmallestTerminal() {
        view.key(new Key.Size(1, 1));

        assertTrue(view.lines().stream().allMatch(l -> l.replaceAll("\033\\[\\d+m", "").length() <= 1), view.lines().toString());
    }

    @Test
    void scrollsWithTheSelection() {
        view.key(Named.END);
        assertTrue(rows().getLast().startsWith("*s3 "), rows().toString());

        type("kkk");
        assertTrue(rows().get(0).startsWith("*s0 "), rows().toString());

        view.key(Named.HOME);
        assertTrue(rows().get(0).startsWith("*s2 "), rows().toString());

        type("j");
        assertTrue(rows().get(1).startsWith("*s4 "), rows().toString());
    }

    @Test
    void staysWithTheServiceThatWasSelected() throws NotJson {
        type("jj");
        view.board(board("failing", "ok", "ok", "ok", "ok", "ok"));

        assertTrue(rows().get(0).startsWith("*s0 "), rows().toString());
    }

    @Test
    void asksBeforeItActs() {
        type("j");

        assertEquals(new Wish.Nothing(), type("r"));
        assertEquals("restart s4? [y/N]", foot());
        assertEquals(new Wish.Act("restart", "s4"), type("y"));
        type("S");
        assertEquals(new Wish.Nothing(), type("n"));
        type("s");
        view.key(Named.ESCAPE);
        assertEquals(new Wish.Nothing(), type("y"));
    }

    @Test
    void filtersByWhatIsTyped() {
        type("/S3x\177");

        assertEquals("*s3 Process status of 3 3 h cpu 3%", rows().getFirst());
        assertEquals("/S3", foot());
        type("\n");
        assertTrue(foot().startsWith("/S3   q quit"), foot());
        type("/");
        view.key(Named.ESCAPE);
        assertEquals(4, rows().stream().filter(r -> !r.isEmpty()).count());
    }

    @Test
    void actsOnNothingWhereNothingIsShown() {
        type("/nosuch\nr");

        assertEquals(new Wish.Nothing(), type("y"));
        view.key(Named.DOWN);
        assertEquals("", String.join("", rows()));
    }

    @Test
    void quits() {
        assertEquals(new Wish.Quit(), type("q"));
        assertEquals(new Wish.Quit(), type("/q\003"));
    }

    @Test
    void saysWhatCannotBeDoneUntilTheNextKey() {
        view.message("no answer\033[2J");

        assertEquals("no answer?[2J", foot());
        type("j");
        assertTrue(foot().startsWith("q quit"), foot());
    }
}
