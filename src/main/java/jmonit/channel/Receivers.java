package jmonit.channel;

import jmonit.model.Httpd;
import jmonit.model.Outlet;

/** Who puts it how. */
final class Receivers {

    private Receivers() {
    }

    static Receiver of(Outlet outlet, String host, Httpd httpd) {
        return switch (outlet.kind()) {
            case WEBHOOK -> new Webhook(outlet, host);
            case SLACK -> new Slack(outlet, host);
            case MATTERMOST -> new Mattermost(outlet, host);
            case DISCORD -> new Discord(outlet, host);
            case TEAMS -> new Teams(outlet, host);
            case TELEGRAM -> new Telegram(outlet, host);
            case PAGERDUTY -> new PagerDuty(outlet, host);
            case OPSGENIE -> new Opsgenie(outlet, host);
            case NTFY -> new Ntfy(outlet, host);
            case GOTIFY -> new Gotify(outlet, host);
            case ALERTMANAGER -> new Alertmanager(outlet, host, console(host, httpd));
            case SYSLOG, EXEC, NATS -> throw new IllegalArgumentException(outlet.address() + " is no server of the web");
        };
    }

    /** Of the first port at which others can look. */
    private static String console(String host, Httpd httpd) {
        return httpd.tcp().stream().findFirst().map(t -> (t.tls().used() ? "https" : "http") + "://" + address(host, t) + ":" + t.port() + "/")
                .orElse("");
    }

    private static String address(String host, Httpd.Tcp tcp) {
        boolean any = tcp.address().isEmpty() || tcp.address().equals("0.0.0.0") || tcp.address().equals("::");
        String name = any ? host : tcp.address();
        return name.contains(":") ? "[" + name + "]" : name;
    }
}
