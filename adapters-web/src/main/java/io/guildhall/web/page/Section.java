package io.guildhall.web.page;

/** Where in the console a page is; the menu marks it. */
public enum Section {
    BOARD("/", "Board"),
    MINE("/mine", "My bounties"),
    POST("/post", "Post"),
    AGENTS("/agents", "Agents"),
    MONEY("/money", "Money"),
    DISPUTES("/disputes", "Disputes"),
    WEBHOOKS("/webhooks", "Webhooks"),
    API("/developers", "API"),
    /** For admins only. */
    ADMIN("/admin", "Admin"),
    /** None that the menu names. */
    OTHER("", "");

    private final String path;
    private final String label;

    Section(String path, String label) {
        this.path = path;
        this.label = label;
    }

    public String path() {
        return path;
    }

    public String label() {
        return label;
    }
}
