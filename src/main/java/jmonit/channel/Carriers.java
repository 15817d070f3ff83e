package jmonit.channel;

import java.io.IOException;
import java.util.List;

import jmonit.model.ControlFile;
import jmonit.model.Event;
import jmonit.model.Outlet;
import jmonit.model.Settings;
import jmonit.model.Way;

/** Who carries to which outlet. */
record Carriers(Alerts.Machine machine, Alerts.Sender sender, Alerts.Occasion occasion) {

    Carrier of(Outlet outlet) {
        Settings settings = occasion.controlFile().settings();
        Alerts.Tools tools = machine.tools();
        return switch (outlet.way()) {
            case Way.Web _ -> new WebCarrier(Receivers.of(outlet, occasion.system(), settings.httpd()),
                    new Letterbox(machine.dialer(), outlet, settings.tls()), () -> lasting(outlet));
            case Way.Syslog way -> new SyslogCarrier(machine.dialer(), outlet, settings.tls(),
                    new SyslogText(way, occasion.system(), tools.pid(), sender.zone()));
            case Way.Program(var command) -> new ProgramCarrier(tools.programs(), command,
                    new ProgramCarrier.Surroundings(tools.environment(), occasion.system(), sender.zone()));
            case Way.Nats way -> new NatsCarrier(
                    new NatsCarrier.Means(machine.dialer(), tools.files(), machine.ticker(), occasion.reporter()::status), outlet, way,
                    settings.tls(), occasion.system());
        };
    }

    private List<Event> lasting(Outlet outlet) throws IOException, InterruptedException {
        ControlFile controlFile = occasion.controlFile();
        return new Addressees(controlFile).lasting(occasion.reporter().failures(), outlet.address());
    }
}
