"""Tags of languages, and the language of ours that the server and embed.js both take for each."""

NEAREST = {
    "es-MX": "es",
    "ES": "es",
    "en-US": "en",
    "ar-EG": "ar",
    "ZH-CN": "zh-Hans",
    "zh-Hans-SG": "zh-Hans",
    "zh-TW": "zh-Hans",
    "zh-Hant": "zh-Hans",
    "es_MX": "es",
    "zh_TW": "zh-Hans",
}
