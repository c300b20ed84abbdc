// SPDX-License-Identifier: Apache-2.0
package org.diastem.model;

import java.util.List;
import java.util.Map;
import org.diastem.problem.Place;

/**
 * Everything that the tables hold, each list in the order of its identifiers.
 *
 * @param earlierReleases in the order of their versions
 * @param places the row of each record, by table and identifier joined with a slash ({@code claims/C0001})
 */
public record CuratedData(
        List<SourceThing> sources,
        List<Claim> claims,
        List<ClaimGroup> groups,
        List<Tension> tensions,
        List<Uncovered> uncovered,
        List<CurationLogEntry> log,
        List<Reference> references,
        List<EvidenceLine> evidence,
        List<Trial> trials,
        List<RetiredRecord> retired,
        List<EarlierRelease> earlierReleases,
        Map<String, Place> places) {
    public CuratedData {
        sources = List.copyOf(sources);
        claims = List.copyOf(claims);
        groups = List.copyOf(groups);
        tensions = List.copyOf(tensions);
        uncovered = List.copyOf(uncovered);
        log = List.copyOf(log);
        references = List.copyOf(references);
        evidence = List.copyOf(evidence);
        trials = List.copyOf(trials);
        retired = List.copyOf(retired);
        earlierReleases = List.copyOf(earlierReleases);
        places = Map.copyOf(places);
    }

    /** The source things of one kind, in their order. */
    public <T extends SourceThing> List<T> sources(Class<T> kind) {
        return sources.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
