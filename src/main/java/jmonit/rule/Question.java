package jmonit.rule;

import java.time.Instant;

import jmonit.model.Rule;
import jmonit.model.Sample;
import jmonit.model.Service;

/** One rule held against one look. {@code index} is the place of the rule among those of the service. */
public record Question(Service service, Rule rule, int index, Sample sample, String memory, Instant now) {
}
