package io.dividendsomatic.app.cli;

import tools.jackson.databind.JsonNode;

/** What the journal says of a file, as commands tell it. */
record JournalEntry(JsonNode json) {

    String name() {
        return json.path("name").asString("");
    }

    String fileId() {
        return json.path("fileId").asString("");
    }

    boolean isRunning() {
        return is("RUNNING");
    }

    /** Whether it was read, and every row of it. */
    boolean isReadWhole() {
        return (is("PARSED") || is("RETRACTED"))
                && json.path("rows").path("rejected").asInt(0) == 0;
    }

    /** What became of it, in a line. */
    String summary() {
        if (is("REJECTED")) {
            JsonNode problem = json.path("problems").path(0);
            return problem.path("code").asString("REJECTED") + ": "
                    + problem.path("message").asString("");
        }
        JsonNode rows = json.path("rows");
        JsonNode facts = json.path("facts");
        return "%s %s, rows: %s parsed, %s rejected, %s ignored; facts: %s new, %s known"
                .formatted(
                        json.path("status").asString(""),
                        json.path("format").asString("-"),
                        rows.path("parsed").asString("0"),
                        rows.path("rejected").asString("0"),
                        rows.path("ignored").asString("0"),
                        facts.path("new").asString("0"),
                        facts.path("known").asString("0"));
    }

    private boolean is(String status) {
        return json.path("status").asString("").equals(status);
    }
}
