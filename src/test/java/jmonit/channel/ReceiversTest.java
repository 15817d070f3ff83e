package jmonit.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import jmonit.model.Event;
import jmonit.model.EventKind;
import jmonit.model.Fact;
import jmonit.model.Origin;
import jmonit.model.Settings;

/** What each receiver gets is what its public documentation asks for. */
class ReceiversTest {

    private static final Instant AT = Instant.parse("2026-11-21T10:55:17Z");
    private static final String HOOK = "url \"https://example.org/hook?x=1\"";

    private static Event event(Event.Side side, String because) {
        return new Event(AT, "web", "process", EventKind.CONNECTION, side, because, "restart", new Origin("/m", 12));
    }

    private static Receiver receiver(String text) {
        Settings settings = Happenings.controlFile("set httpd port 2812 allow localhost\nset " + text + "\n").settings();
        return Receivers.of(settings.outlets().getFirst(), "plum", settings.httpd());
    }

    private static Letter letter(String text, Event event) {
        return receiver(text).letter(Told.of(event));
    }

    private static Letter failed(String text) {
        return letter(text, event(Event.Side.FAILED, "no <answer> from \"db\""));
    }

    private static String body(Letter letter) {
        return new String(letter.body(), StandardCharsets.UTF_8);
    }

    @Test
    void webhookSaysAllThereIs() {
        Letter letter = failed("webhook w " + HOOK);

        assertEquals("/hook?x=1", letter.request());
        assertEquals(List.of("X-Jmonit-Event: 1795258517000000"), letter.headers());
        assertEquals("""
                {"id":1795258517000000,"at":"2026-11-21T10:55:17.000Z","host":"plum","service":"web","type":"process","kind":"connection",\
                "side":"failed","event":"Connection failed","because":"no \\u003canswer\\u003e from \\"db\\"","action":"restart","file":"/m","line":12}""",
                body(letter));
    }

    @Test
    void webhookFillsATemplateAndKeepsItJson() {
        Letter letter = letter("webhook w " + HOOK + " template '{\"text\": \"$SERVICE $EVENT on $HOST: $DESCRIPTION $ACTION $DATE $OTHER\"}'",
                event(Event.Side.FAILED, "\"}\n$HOST"));

        assertEquals("{\"text\": \"web Connection failed on plum: \\\"}\\n$HOST restart 2026-11-21T10:55:17Z $OTHER\"}", body(letter));
    }

    /** Checked with: printf '{"a":"web"}' | openssl dgst -sha256 -hmac x7Kq. */
    @Test
    void webhookIsSignedWithTheSecret() {
        Letter letter = failed("webhook w " + HOOK + " secret \"x7Kq\" template '{\"a\":\"$SERVICE\"}'");

        assertEquals("X-Jmonit-Signature: sha256=a1abf4b3bf5b769d4d471ce939cf202358b48d7f477613516179ef097b80ec88", letter.headers().getLast());
    }

    @Test
    void slackCallsNobody() {
        Letter letter = failed("slack ops " + HOOK);

        assertEquals("/hook?x=1", letter.request());
        assertEquals("{\"text\":\"*Connection failed: web on plum*\\nno \\u0026lt;answer\\u0026gt; from \\\"db\\\"\"}", body(letter));
    }

    @Test
    void mattermostCallsNobody() {
        assertEquals("{\"text\":\"**Connection failed: web on plum**\\n@\u200ball is lost\"}",
                body(letter("mattermost ops " + HOOK, event(Event.Side.FAILED, "@all is lost"))));
    }

    @Test
    void discordCallsNobodyAndGetsNoMoreThanItTakes() {
        String body = body(letter("discord d " + HOOK, event(Event.Side.FAILED, "x".repeat(5000))));

        assertTrue(body.startsWith("{\"content\":\"**Connection failed: web on plum**\\nxxx"), body);
        assertTrue(body.endsWith("xxx\",\"allowed_mentions\":{\"parse\":[]}}"), body);
        assertTrue(body.length() < 2100, body);
    }

    @Test
    void teamsGetsACard() {
        assertEquals("""
                {"type":"message","attachments":[{"contentType":"application/vnd.microsoft.card.adaptive","content":\
                {"$schema":"http://adaptivecards.io/schemas/adaptive-card.json","type":"AdaptiveCard","version":"1.4","body":[\
                {"type":"TextBlock","text":"Connection succeeded: web on plum","wrap":true,"weight":"Bolder"},\
                {"type":"TextBlock","text":"ok","wrap":true}]}}]}""", body(letter("teams t " + HOOK, event(Event.Side.SUCCEEDED, "ok"))));
    }

    @Test
    void telegramIsAMessageOfTheBot() {
        Letter letter = letter("telegram t token \"12:ab\" chat \"-100\"", event(Event.Side.FAILED, "gone"));

        assertEquals("/bot12:ab/sendMessage", letter.request());
        assertEquals("{\"chat_id\":\"-100\",\"text\":\"Connection failed: web on plum\\ngone\",\"link_preview_options\":{\"is_disabled\":true}}",
                body(letter));
    }

    @Test
    void pagerDutyTriggersAndResolvesTheSameIncident() {
        Letter trigger = letter("pagerduty p key \"R\"", event(Event.Side.FAILED, "gone"));
        Letter resolve = letter("pagerduty p key \"R\"", event(Event.Side.SUCCEEDED, "back"));

        assertEquals("/v2/enqueue", trigger.request());
        assertEquals("""
                {"routing_key":"R","event_action":"trigger","dedup_key":"plum/web/connection//m:12","client":"jmonit","payload":\
                {"summary":"Connection failed: web on plum -- gone","source":"plum","severity":"error","timestamp":"2026-11-21T10:55:17.000Z",\
                "component":"web","class":"connection","custom_details":{"description":"gone","action":"restart","type":"process"}}}""",
                body(trigger));
        assertEquals("{\"routing_key\":\"R\",\"event_action\":\"resolve\",\"dedup_key\":\"plum/web/connection//m:12\"}", body(resolve));
    }

    @Test
    void opsgenieOpensAndClosesTheSameAlert() {
        Letter open = letter("opsgenie o key \"K\"", event(Event.Side.FAILED, "gone"));
        Letter close = letter("opsgenie o key \"K\"", event(Event.Side.SUCCEEDED, "back"));

        assertEquals("/v2/alerts", open.request());
        assertEquals(List.of("Authorization: GenieKey K"), open.headers());
        assertEquals("""
                {"message":"Connection failed: web on plum","alias":"plum/web/connection//m:12","description":"gone","entity":"web",\
                "source":"plum","details":{"host":"plum","kind":"connection","action":"restart"},"priority":"P2"}""", body(open));
        assertEquals("/v2/alerts/plum%2Fweb%2Fconnection%2F%2Fm%3A12/close?identifierType=alias", close.request());
        assertEquals("{\"source\":\"plum\",\"note\":\"back\"}", body(close));
    }

    @Test
    void ntfyNamesTheTopicOfItsAddress() {
        Letter letter = letter("ntfy n url \"https://ntfy.example.org/base/disks\" token \"tk\"", event(Event.Side.FAILED, "gone"));

        assertEquals("/base/", letter.request());
        assertEquals(List.of("Authorization: Bearer tk"), letter.headers());
        assertEquals("{\"topic\":\"disks\",\"title\":\"Connection failed: web on plum\",\"message\":\"gone\",\"priority\":4}", body(letter));
    }

    @Test
    void gotifyKnowsTheApplicationByItsToken() {
        Letter letter = letter("gotify g url \"https://example.org/sub\" token \"tk\"", event(Event.Side.FAILED, "gone"));

        assertEquals("/sub/message", letter.request());
        assertEquals(List.of("X-Gotify-Key: tk"), letter.headers());
        assertEquals("{\"title\":\"Connection failed: web on plum\",\"message\":\"gone\",\"priority\":8}", body(letter));
    }

    @Test
    void alertmanagerTellsAlertsByTheSameLabels() {
        String labels = "\"labels\":{\"alertname\":\"jmonit_connection\",\"instance\":\"plum\",\"service\":\"web\",\"type\":\"process\","
                + "\"rule\":\"/m:12\",\"severity\":\"critical\"}";
        Letter firing = letter("alertmanager a url \"http://localhost:9093/\"", event(Event.Side.FAILED, "gone"));
        Letter resolved = letter("alertmanager a url \"http://localhost:9093\"", event(Event.Side.SUCCEEDED, "back"));

        assertEquals("/api/v2/alerts", firing.request());
        assertEquals("[{" + labels + ",\"annotations\":{\"summary\":\"Connection failed: web on plum\",\"description\":\"gone\","
                + "\"action\":\"restart\"},\"startsAt\":\"2026-11-21T10:55:17.000Z\",\"generatorURL\":\"http://plum:2812/web\"}]", body(firing));
        assertTrue(body(resolved).contains(labels), () -> body(resolved));
        assertTrue(body(resolved).contains("\"endsAt\":\"2026-11-21T10:55:17.000Z\""), () -> body(resolved));
    }

    @Test
    void alertmanagerIsToldWhatLastsInPortions() {
        List<Event> many = IntStream.range(0, 450).mapToObj(i -> event(Event.Side.FAILED, "f" + i)).toList();

        assertEquals(3, receiver("alertmanager a url \"http://localhost:9093\"").lasting(many).size());
        assertEquals(List.of(), receiver("slack a " + HOOK).lasting(many));
    }

    private static Told known() {
        return new Told(List.of(event(Event.Side.FAILED, "gone")), List.of(new Fact("exit", "killed by signal 11"), new Fact("done", "12:00:01 restart: under way")));
    }

    private static Told several() {
        return new Told(List.of(event(Event.Side.FAILED, "gone"), event(Event.Side.SUCCEEDED, "back")), List.of());
    }

    @Test
    void allAreToldWhatIsKnown() {
        assertTrue(body(receiver("webhook w " + HOOK).letter(known())).endsWith(",\"context\":{\"exit\":\"killed by signal 11\",\"done\":\"12:00:01 restart: under way\"}}"));
        assertEquals("{\"text\":\"*Connection failed: web on plum*\\ngone\\nexit: killed by signal 11\\ndone: 12:00:01 restart: under way\"}",
                body(receiver("slack ops " + HOOK).letter(known())));
        assertTrue(body(receiver("pagerduty p key \"R\"").letter(known())).contains("\"exit\":\"killed by signal 11\""));
        assertTrue(body(receiver("alertmanager a url \"http://localhost:9093\"").letter(known())).contains("\"exit\":\"killed by signal 11\""));
        assertEquals("exit: killed by signal 11\\ndone: 12:00:01 restart: under way", body(receiver("webhook w " + HOOK + " template '$CONTEXT'").letter(known())));
    }

    @Test
    void severalEventsAreOneMessage() {
        assertEquals("{\"text\":\"*1 service on plum: 1 Connection failed, 1 Connection succeeded*\\n"
                + "Connection failed (1)\\n\\tweb: gone (restart)\\nConnection succeeded (1)\\n\\tweb: back (restart)\"}",
                body(receiver("slack ops " + HOOK).letter(several())));
        String json = body(receiver("webhook w " + HOOK).letter(several()));
        assertTrue(json.startsWith("{\"id\":1795258517000000,\"at\":\"2026-11-21T10:55:17.000Z\",\"host\":\"plum\","
                + "\"event\":\"1 Connection failed, 1 Connection succeeded\",\"because\":\"1 service\",\"events\":[{\"id\":"), json);
    }
}
