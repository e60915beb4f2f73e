//! Words for e-mail and mailboxes.

said! {
    Mailbox [
        "email account*", "email box*", "mailbox*", "mail box*", "inbox*", "email system*", "email environment", "email tenant",
        "email platform", "office 365", "microsoft 365", "o365", "outlook account*", "gmail account*", "webmail", "email credential*",
        "email server*", "email log*", "email inbox*", "employee email", "employee's email", "employees' email*", "employees email*",
        "emails accounts", "mail account*", "work email", "business email account", "mail folder*", "email login*", "email password*",
        "outlook", "office365", "google workspace", "exchange online", "exchange server*", "gmail", "work account", "email folder*",
        "email and", "emails accessible", "mail login*", "email tenancy",
    ];
    Message ["email*", "e mail*", "emails"];
    Emailed [
        "emailed", "emailing", "sent an email", "sent email*", "sent a group email", "sent group email*", "group email*", "mass email*",
        "sent a mass email", "sent the email", "sent an unencrypted email", "sent an unsecure* email", "sends an email", "sent by email",
        "sent via email", "via email", "by email", "transmitted an email", "sent a marketing email", "email containing", "email blast",
        "sent emails", "sent two emails", "sent out an email", "sent unsecured email*", "sent unencrypted email*", "sent a message",
        "sent messages", "sent the list by email", "transmitted", "forwarded", "sent an email with", "by email to", "attached the",
        "email was sent", "email sent", "emails sent", "email attachment*", "sending an email", "sending emails", "send an email",
        "sent a promotional email", "electronic newsletter", "electronic mail", "over email", "in an email", "in emails", "hit send",
        "pressed send",
    ];
    Insecure [
        "unsecured email*", "unencrypted email*", "via email that was un*", "by email that was un*", "unsecure email*",
        "email that was unsecured", "emails that were not encrypted", "unsecure/unencrypted email*", "insecure email*",
        "unprotected email*", "unencrypted message*", "unsecured message*",
    ];
    Unencrypted [
        "unencrypted files", "unsecured text message*", "failed to encrypt", "without encrypting", "without first encrypting",
        "without encryption",
    ];
    AddressesShown [
        "the \"to\" line", "the to line", "\"to\" line", "\"to\" field", "to field", "cc field", "\"cc\" field", "cc'd",
        "email addresses of all", "email addresses of everyone", "see the email addresses", "conceal the email addresses",
        "concealing the email addresses", "hide the email addresses", "see each other*", "view each other*", "see one another*",
        "see everyone*", "view the email addresses", "displayed the email addresses", "exposed the email addresses",
        "exposing the email addresses", "masking the email", "masking the recipients", "concealing the individual email",
        "revealed the email addresses", "visible to all recipients", "visible to all other recipients", "other recipients' email",
        "names and email addresses of the other", "identity of email recipients", "all recipients could see",
        "recipients could view the names", "recipients were able to see", "into cc", "into the cc", "in the cc", "in cc",
        "addresses visible", "visible addresses", "replied all", "reply all", "every other recipient", "all of the recipients",
        "all addresses in", "recipients' addresses", "recipient addresses", "blind carbon*", "bcc*", "see who else", "learned who else",
        "to: line", "to: field", "\"to:\"", "in the \"to", "blind cop*", "blank carbon*", "patients' email addresses",
    ];
    PersonalEmail [
        "personal email*", "private email*", "home email*", "personal home email", "own email*", "personal gmail*", "personal yahoo*",
        "personal account*", "own gmail*", "private gmail*", "private account", "personal inbox", "family member's personal email*",
        "personal cloud*", "personal drop*", "personal google drive", "external email account", "home computer", "own yahoo*",
        "own hotmail*", "own private", "personal hotmail*", "private icloud*", "personal icloud*", "email account of her own",
        "email account of his own", "email address of her own", "her yahoo", "his yahoo", "her hotmail", "his hotmail", "mailed himself",
        "mailed herself", "emailed himself", "emailed herself", "emailed it to herself", "emailed it to himself", "private gmail",
        "personal outlook*", "personal dropbox", "private dropbox", "home account", "yahoo mail", "yahoo account", "yahoo address",
        "gmail address", "hotmail address", "aol account", "aol address", "sent herself", "sent himself", "forwarded herself",
        "forwarded himself", "private mail*", "personal mail*", "personal webmail", "personal address", "private address", "to herself",
        "to himself",
    ];
    Sent ["sent", "send", "sends", "sending"];
}
