package jmonit.channel;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import jmonit.model.Event;

/** Posts to a web server. */
record WebCarrier(Receiver receiver, Letterbox letterbox, Lasting lasting) implements Carrier {

    /** What lasts, as far as the outlet wants to hear of it. */
    interface Lasting {
        List<Event> events() throws IOException, InterruptedException;
    }

    @Override
    public Reply tell(Told told) throws IOException, InterruptedException {
        return letterbox.post(receiver.letter(told));
    }

    @Override
    public Optional<Reply> remind() throws IOException, InterruptedException {
        Optional<Reply> last = Optional.empty();
        for (Letter letter : receiver.lasting(lasting.events())) {
            last = Optional.of(letterbox.post(letter));
            if (!(last.get() instanceof Reply.Taken)) {
                return last;
            }
        }
        return last;
    }
}
