//! Words for e-mail and mailboxes.

said! {
    Mailbox [
        "email account*", "email box*", "mailbox*", "mail box*", "inbox*", "email system*", "email environment", "email tenant",
        "email platform", "office 365", "microsoft 365", "o365", "outlook account*", "gmail account*", "webmail", "email credential*",
        "email server*", "email log*", "email inbox*", "employee email", "employee's email", "employees' email*", "employees email*",
        "emails accounts", "mail account*", "work email", "business email account", "mail folder*", "email login*", "email password*",
        "outlook", "office365", "google workspace", "exchange online", "exchange server*", "gmail", "work account", "email folder*",
        "email user account*", "email and", "emails accessible", "mail login*", "email tenancy",
    ];
    Message ["email*", "e mail*", "emails"];
    Emailed [
        "emailed", "emailing", "sent an email", "sent email*", "sent a group email", "sent group email*", "group email*", "mass email*",
        "sent a mass email", "sent the email", "sent an unencrypted email", "sent an unsecure* email", "sends an email", "sent by email",
        "sent via email", "via email", "by email", "transmitted an email", "sent a marketing email", "email containing", "email blast",
        "sent emails", "sent two emails", "sent out an email", "sent unsecured email*", "sent unencrypted email*", "sent a message",
        "sent messages", "sent the list by email", "transmitted", "forwarded", "sent an email with", "by email to", "attached the",
        "email was sent", "emails were sent", "email sent", "emails sent", "email that contained", "email attachment*",
        "sent an attachment", "sending an email", "sending emails", "send an email", "sent one email", "sent three emails",
        "sent a single email", "sent out emails", "sent out a mass email", "sent a promotional email", "sent a survey email",
        "electronic newsletter", "reply to an email", "sent her an email", "sent him an email", "by electronic mail", "via electronic mail",
        "electronic mail", "over email", "in an email", "in emails", "hit send", "pressed send",
    ];
    Insecure [
        "unsecured email*", "unencrypted email*", "via email that was un*", "by email that was un*", "unsecure email*",
        "email that was unsecured", "emails that were not encrypted", "unsecure/unencrypted email*", "insecure email*",
        "non encrypted email*", "unprotected email*", "email without encryption", "unencrypted message*", "unsecured message*",
        "email that was not encrypted", "email was not encrypted", "emails were not encrypted",
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
        "all addresses in", "recipients' addresses", "recipient addresses", "blind carbon*", "bcc*", "addresses of everyone",
        "names of all recipients", "hiding the addresses", "hide the addresses", "see who else", "learned who else", "know who else",
        "disclosed the email addresses", "disclosed email addresses", "revealing the email addresses", "revealing email addresses",
        "revealed email addresses", "exposed email addresses", "exposing email addresses", "displaying the email addresses",
        "shared the email addresses", "to: line", "to: field", "\"to:\"", "in the to:", "in the \"to", "everyone in copy",
        "everybody in copy", "blind cop*", "blank carbon*", "patients' email addresses", "members' email addresses",
        "clients' email addresses", "customers' email addresses",
    ];
    PersonalEmail [
        "personal email*", "private email*", "home email*", "personal home email", "own email*", "personal gmail*", "personal yahoo*",
        "personal account*", "own gmail*", "private gmail*", "private account", "personal inbox", "family member's personal email*",
        "personal cloud*", "personal drop*", "personal google drive", "external email account", "home computer", "own yahoo*",
        "own hotmail*", "own private", "personal hotmail*", "private icloud*", "personal icloud*", "email account of her own",
        "email account of his own", "email address of her own", "her yahoo", "his yahoo", "her hotmail", "his hotmail", "mailed himself",
        "mailed herself", "emailed himself", "emailed herself", "emailed it to herself", "emailed it to himself", "private gmail",
        "personal outlook*", "personal dropbox", "private dropbox", "home account", "yahoo mail", "yahoo account", "yahoo address",
        "gmail address", "hotmail address", "aol account", "aol address", "sent herself", "sent himself", "forwarded to herself",
        "forwarded to himself", "forwarded herself", "forwarded himself", "non work email*", "nonwork email*", "private mail*",
        "personal mail*", "personal webmail", "personal address", "private address", "to herself", "to himself", "to their own email*",
    ];
    Sent ["sent", "send", "sends", "sending"];
}
